namespace Exchange.Engine.Binding;

/// <summary>The outcome of a conversion: a value, or a sentence that says what was expected.</summary>
internal readonly record struct Conversion(bool Succeeded, object? Value, string Problem)
{
    public static Conversion Of(object? value) => new(Succeeded: true, value, "");

    public static Conversion Refuse(string problem) => new(Succeeded: false, Value: null, problem);

    /// <summary>Refuses text, and says what to write instead.</summary>
    public static Conversion RefuseText(string text, string expected) => Refuse($"\"{text}\" is not {expected}.");
}
