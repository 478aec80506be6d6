using Exchange.Package;

return PackageProgram.Run(args, Console.Out, Console.Error);
