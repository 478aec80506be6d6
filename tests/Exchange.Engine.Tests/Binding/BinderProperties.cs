using System.Globalization;
using System.Management.Automation;
using Exchange.Engine.Tests.Samples;
using FsCheck;
using FsCheck.Fluent;

namespace Exchange.Engine.Tests.Binding;

public sealed class BinderProperties
{
    private static readonly Gen<string> Words = Gen.Elements(
        "-Price",
        "-OrderId",
        "-P",
        "-History",
        "-Open:",
        "-First",
        "-Secret",
        "-Login:",
        "-Texts",
        "-Side",
        "-Since",
        "-Timeout",
        "-Header",
        "-Confirm:$false",
        "-vb",
        "-ea",
        "--",
        "-",
        "",
        "1",
        "-1.5",
        "a,b",
        "a\\,b,",
        "$null",
        "$true",
        "env:HOME",
        "env:",
        "prompt",
        "{\"a\":1}",
        "{",
        "buy",
        "2026-01-01",
        "PT1S",
        "\u2014x",
        "-\u00e9",
        "\ud83d\ude00"
    );

    private static readonly Config Quietly = Config.QuickThrowOnFailure.WithQuietOnSuccess(true);

    private static readonly Arbitrary<string[]> CommandLines = Arb.From(
        Gen.ArrayOf(Gen.OneOf(Words, ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")))
    );

    [Fact]
    public void Random_words_are_bound_or_refused_as_arguments() =>
        Prop.ForAll(
                CommandLines,
                words =>
                    IsBoundOrRefused(Engine.Run<TestEverythingCommand>(words))
                    && IsBoundOrRefused(Engine.Run<GetOrderCommand>(words))
                    && IsBoundOrRefused(Engine.Run<ConnectAccountCommand>(words))
                    && IsBoundOrRefused(Engine.Run<JoinTextCommand>(words))
                    && IsBoundOrRefused(Engine.Feed<SetFromInputCommand>(words, words))
            )
            .Check(Quietly.WithMaxTest(1000));

    [Fact]
    public void Every_decimal_is_bound_as_it_is_written() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<decimal>(),
                number =>
                {
                    var text = number.ToString(CultureInfo.InvariantCulture);
                    var bound = Engine
                        .One<TestEverythingCommand>(Engine.Run<TestEverythingCommand>("-Price:" + text))
                        .Price;
                    return text == bound.ToString(CultureInfo.InvariantCulture);
                }
            )
            .Check(Quietly);

    [Fact]
    public void Every_list_of_texts_survives_its_commas() =>
        Prop.ForAll(
                Arb.From(Gen.NonEmptyListOf(Gen.Elements("a", "b,c", "x y", ",", "d-e"))),
                texts =>
                {
                    var word = string.Join(
                        ',',
                        texts.Select(text => text.Replace(",", "\\,", StringComparison.Ordinal))
                    );
                    var bound = Engine
                        .One<TestEverythingCommand>(Engine.Run<TestEverythingCommand>("-Texts:" + word))
                        .Texts!;
                    return bound.SequenceEqual(texts, StringComparer.Ordinal);
                }
            )
            .Check(Quietly);

    private static bool IsBoundOrRefused(CmdletRun run) =>
        (run.TerminatingError?.Exception is null or ParameterBindingException or ActionPreferenceStopException)
        && run.Errors.All(error => error.Exception is ParameterBindingException)
        && !run.Stopped;
}
