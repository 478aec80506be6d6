namespace Exchange.Engine.Binding;

/// <summary>A value as it was given.</summary>
/// <param name="Value">Text from a command line, or any object.</param>
/// <param name="IsText">
/// Whether it is text from a command line, where <c>$true</c>, <c>a,b</c> and <c>env:NAME</c> mean something.
/// </param>
internal readonly record struct Argument(object? Value, bool IsText)
{
    public static Argument Text(string text) => new(text, IsText: true);

    public static Argument Object(object? value) => new(value, IsText: false);
}
