using System.Management.Automation;
using Exchange.Storage;

namespace Exchange.PowerShell;

/// <summary>The file that a picture goes to, checked before anything is asked for.</summary>
internal sealed class PictureFile
{
    private const string Ending = ".svg";

    private readonly string _path;

    private PictureFile(string path) => _path = path;

    /// <summary>Where it goes, in full.</summary>
    public override string ToString() => _path;

    /// <summary>Resolves and checks a path. Touches nothing.</summary>
    /// <exception cref="ExchangeException">
    /// <c>Exchange.InvalidPicturePath</c>, <c>Exchange.FolderNotFound</c>, <c>Exchange.FileExists</c>
    /// </exception>
    public static PictureFile At(string path, SessionState session, bool mayReplace)
    {
        if (
            !path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)
            || Path.GetFileName(path).Length == Ending.Length
        )
        {
            throw ExchangeException.BadInput(
                "Exchange.InvalidPicturePath",
                $"'{path}' is not a picture's path: pictures are SVG files, so it ends with {Ending}.",
                "Write it as chart.svg.",
                path
            );
        }
        var full = session.Path.GetUnresolvedProviderPathFromPSPath(path);
        if (!Directory.Exists(Path.GetDirectoryName(full)))
        {
            throw ExchangeException.BadInput(
                "Exchange.FolderNotFound",
                $"There is no folder {Path.GetDirectoryName(full)}.",
                "Make it first, or write to another one.",
                full
            );
        }
        if (!mayReplace && Path.Exists(full))
        {
            throw ExchangeException.BadInput(
                "Exchange.FileExists",
                $"{full} exists already.",
                "Choose another name, or replace it with -Force.",
                full
            );
        }
        return new PictureFile(full);
    }

    /// <summary>Writes the picture as a whole: a browser that has it open never reads half of it.</summary>
    /// <exception cref="ExchangeException"><c>Exchange.StorageUnavailable</c></exception>
    public FileInfo Write(byte[] picture)
    {
        try
        {
            AtomicFile.Replace(_path, picture);
            return new FileInfo(_path);
        }
        catch (ExchangeException trouble)
        {
            // The remedy of our own files, another state folder, would be wrong for this one.
            throw new ExchangeException(trouble.ErrorId, trouble.Kind, trouble.Message, trouble)
            {
                Remedy = "Free space or mend the permissions there, or write to another folder.",
            };
        }
    }
}
