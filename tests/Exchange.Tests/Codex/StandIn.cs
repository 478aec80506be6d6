namespace Exchange.Tests.Codex;

/// <summary>
/// A stand-in for the other program's command: it writes down what it was asked, answers as it is told, and fails at the step that it is told.
/// </summary>
internal sealed class StandIn
{
    private readonly string _folder;

    public StandIn(string folder)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        Program = Path.Combine(_folder, "openclaw");
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("The stand-in is a shell script.");
        }
        // How long it hangs is bounded: nobody ends it by force.
        File.WriteAllText(
            Program,
            """
            #!/bin/sh
            cd "$(dirname "$0")"
            echo "$@" >> asked
            env | grep -c 'eyJ\|rt_simulator' >> leaked
            verb=$2
            if [ -e "hang-$verb" ]; then i=0; while [ -e "hang-$verb" ] && [ $i -lt 300 ]; do sleep 0.1; i=$((i+1)); done; fi
            if [ -e "fail-$verb" ]; then cat "fail-$verb" >&2; exit 3; fi
            case "$verb" in
              stop) rm -f running ;;
              start) [ -e lame ] || touch running ;;
              status)
                if [ -e nonsense ]; then echo nonsense; exit 0; fi
                if [ -e running ]; then s=running; else s=stopped; fi
                echo "{\"service\":{\"runtime\":{\"status\":\"$s\"}},\"rpc\":{\"ok\":false}}"
                [ "$s" = running ] || exit 1 ;;
            esac
            exit 0
            """.ReplaceLineEndings("\n")
        );
        File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Program { get; }

    public string Folder => _folder;

    public bool IsRunning => File.Exists(Path.Combine(_folder, "running"));

    public IReadOnlyList<string> Asked =>
        File.Exists(Path.Combine(_folder, "asked")) ? File.ReadAllLines(Path.Combine(_folder, "asked")) : [];

    public StandIn Set(string what, string content = "")
    {
        File.WriteAllText(Path.Combine(_folder, what), content);
        return this;
    }

    public void Clear(string what) => File.Delete(Path.Combine(_folder, what));
}
