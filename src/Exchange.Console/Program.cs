using Exchange.CommandLine;

return new ExchangeProgram(ConsoleStreams.OfProcess()).Run(args);
