namespace Exchange.Engine.Binding;

/// <summary>A parameter name, a value, or both in one, as in <c>-Name:value</c>.</summary>
/// <param name="Name">The name without its dash; null for a value alone.</param>
/// <param name="Value">The value; null for a name alone.</param>
/// <param name="HasColon">Whether the name ended with a colon, which asks for a value.</param>
internal readonly record struct CommandLineItem(string? Name, Argument? Value, bool HasColon);
