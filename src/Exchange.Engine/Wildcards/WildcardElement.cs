namespace Exchange.Engine.Wildcards;

/// <summary>One step of a wildcard pattern: any text, or one character out of some.</summary>
/// <param name="AnyText">Whether it takes any run of characters, none included.</param>
/// <param name="Takes">Whether it takes a character; not asked when <paramref name="AnyText"/>.</param>
internal readonly record struct WildcardElement(bool AnyText, Func<char, bool> Takes)
{
    public static WildcardElement Any { get; } = new(AnyText: true, _ => true);

    public static WildcardElement One(Func<char, bool> takes) => new(AnyText: false, takes);
}
