using System.Globalization;
using Exchange.Faults.BadBytes;
using Exchange.Faults.Files;
using Exchange.Faults.Files.Hostile;
using Exchange.Faults.Orders;
using Exchange.Faults.Servers;
using Exchange.Faults.SignIns;
using Exchange.Faults.Soak;

namespace Exchange.Faults;

/// <summary>What this program is for a campaign that starts it once more: somebody who can be killed.</summary>
internal static class Children
{
    /// <summary>Runs the part that the words name; false when they name none.</summary>
    public static async Task<bool> RunAsync(string[] args)
    {
        switch (args)
        {
            case ["worker", var service, var ahead, var from, var to]:
                await Worker.RunAsync(
                    OrderCampaign.Services.First(one => one.Name == service),
                    Int(from),
                    Int(to),
                    new TimeSpan(long.Parse(ahead, CultureInfo.InvariantCulture))
                );
                return true;
            case ["edit", var name, var folder, var writer, var first, var end]:
                await Editor.RunAsync(
                    SharedFileCampaign.Files.First(one => one.Name == name),
                    folder,
                    Int(writer),
                    Int(first),
                    Int(end)
                );
                return true;
            case ["edit-unwatched", var own]:
                await NoInotify.RunAsync(SharedFileCampaign.Files, own);
                return true;
            case ["signs-in", var letter, var first, var end]:
                await SignInWorker.RunAsync(letter, Int(first), Int(end));
                return true;
            case [TlsTrials.Word, var address, var home, var factor]:
                await TlsTrials.RunChildAsync(address, home, Int(factor));
                return true;
            case [SimulatorProcess.Word]:
                SimulatorProcess.Run();
                return true;
            // An input of the report, once more: the whole exception.
            case ["replay", var reader, var hex]:
                Readers.All.First(one => one.Name == reader).Read(Convert.FromHexString(hex));
                return true;
            default:
                return false;
        }
    }

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
