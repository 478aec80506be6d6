using Exchange.CommandLine;
using Exchange.PowerShell;

return args is [CodexWorker.Argument, var folder]
    ? CodexWorker.Run(folder)
    : new ExchangeProgram(ConsoleStreams.OfProcess()).Run(args);
