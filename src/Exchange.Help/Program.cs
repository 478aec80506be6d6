using Exchange.Help;

return HelpProgram.Run(args, Console.Out, Console.Error);
