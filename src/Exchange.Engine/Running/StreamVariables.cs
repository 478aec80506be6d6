using System.Collections;

namespace Exchange.Engine;

/// <summary>Variables that gather what a stream carries: <c>-ErrorVariable name</c>, or <c>+name</c> to add to it.</summary>
internal sealed class StreamVariables
{
    private readonly Dictionary<string, ArrayList> _gathering = new(StringComparer.Ordinal);
    private readonly StreamPreferences _preferences;
    private readonly IDictionary<string, object?> _variables;

    public StreamVariables(StreamPreferences preferences, IDictionary<string, object?> variables)
    {
        _preferences = preferences;
        _variables = variables;
        foreach (var parameter in (string[])["ErrorVariable", "WarningVariable", "InformationVariable", "OutVariable"])
        {
            Start(parameter);
        }
    }

    public void Add(string parameter, object? value)
    {
        if (_gathering.TryGetValue(parameter, out var list))
        {
            list.Add(value);
        }
    }

    private void Start(string parameter)
    {
        if (_preferences.VariableName(parameter) is not { Length: > 0 } name)
        {
            return;
        }
        var adds = name.StartsWith('+');
        var bare = adds ? name[1..] : name;
        var list = adds && _variables.TryGetValue(bare, out var before) && before is ArrayList kept ? kept : [];
        _variables[bare] = list;
        _gathering[parameter] = list;
    }
}
