using System.Security;

namespace Exchange.Engine;

/// <summary>Somebody who can be asked.</summary>
/// <param name="Write">Shows text as it is, without a line end of its own.</param>
/// <param name="ReadLine">A line of text; null at the end of input.</param>
/// <param name="ReadSecret">A line that is not shown while it is typed; null at the end of input.</param>
public sealed record EngineTerminal(Action<string> Write, Func<string?> ReadLine, Func<SecureString?> ReadSecret);
