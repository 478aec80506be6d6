using System.Management.Automation;

namespace Exchange.Engine.Binding;

/// <summary>Yes or no.</summary>
internal static class TruthValue
{
    // Shells other than PowerShell replace an unquoted $true by nothing, so the bare words will do as well.
    public static Conversion FromText(string text, Type target)
    {
        bool? truth = text.ToUpperInvariant() switch
        {
            "TRUE" or "$TRUE" or "1" => true,
            "FALSE" or "$FALSE" or "0" => false,
            _ => null,
        };
        return truth is { } known ? As(known, target) : Conversion.RefuseText(text, "one of: true, false");
    }

    public static Conversion Convert(object bare, Type target) =>
        bare switch
        {
            bool truth => As(truth, target),
            SwitchParameter given => As(given.IsPresent, target),
            _ when ExactOrder.IsNumber(bare) => As(ExactOrder.Compare(bare, 0) != 0, target),
            _ => Conversion.Refuse($"{TypeNames.Article(bare.GetType())} is neither true nor false."),
        };

    private static Conversion As(bool truth, Type target) =>
        Conversion.Of(target == typeof(SwitchParameter) ? new SwitchParameter(truth) : truth);
}
