using Exchange.Tests.Support;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Exchange.Tests;

/// <summary>Runs the tests, or one errand of a test that needs a second process.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is [ChildProcess.Errand, ..])
        {
            return await ChildProcess.RunErrandAsync(args[1..]);
        }
        return args.Any(arg => arg is "--server" or "--internal-msbuild-node")
            ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : await ConsoleRunner.Run(args);
    }
}
