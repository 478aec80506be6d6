using System.Globalization;

namespace Exchange.Faults.Files;

/// <summary>
/// A process that makes the edits of a range of numbers, one after another, and says of each that it is done, until it is killed; the
/// next one goes on with the edit that nobody has spoken of.
/// </summary>
internal static class Editor
{
    /// <summary>Says that edits begin now.</summary>
    public const string Ready = "ready";

    /// <summary>Before the id of an error of ours: the edit is tried again.</summary>
    public const string Refused = "refused";

    /// <summary>Before what is wrong.</summary>
    public const string Wrong = "wrong";

    public static async Task RunAsync(ISharedFile file, string folder, int writer, int from, int to)
    {
        Console.WriteLine(Ready);
        for (var number = from; number < to; )
        {
            try
            {
                if (file.Missing(folder, writer, number) is { } missing)
                {
                    Say(Wrong, missing);
                }
                var left = await file.EditAsync(folder, writer, number);
                Say(number.ToString(CultureInfo.InvariantCulture), left);
                number++;
            }
            catch (ExchangeException trouble)
            {
                Say(Refused, trouble.ErrorId);
            }
            catch (Exception trouble)
            {
                Say(Wrong, $"{trouble.GetType().Name}: {trouble.Message}");
                number++;
            }
        }
    }

    private static void Say(string what, string more) => Console.WriteLine($"{what}\t{more.ReplaceLineEndings(" ")}");
}
