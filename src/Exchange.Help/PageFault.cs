namespace Exchange.Help;

/// <summary>A page that cannot be made into help.</summary>
internal sealed class PageFault(string page, string fault) : Exception($"{page}: {fault}");
