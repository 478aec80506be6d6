using FsCheck;
using FsCheck.Fluent;

namespace Exchange.Tests.Support;

/// <summary>Proves a rule for many generated values; a counterexample is shrunk and shown.</summary>
internal static class Always
{
    public static void Holds<T>(Gen<T> values, Action<T> proof, int tests = 200) =>
        Holds(values.ToArbitrary(), proof, tests);

    public static void Holds<T>(Arbitrary<T> values, Action<T> proof, int tests = 200) =>
        Prop.ForAll(values, proof).Check(Quietly(tests));

    public static void Holds<T>(Gen<T> values, Func<T, Task> proof, int tests = 100) =>
        Prop.ForAll(values.ToArbitrary(), proof).Check(Quietly(tests));

    private static Config Quietly(int tests) => Config.QuickThrowOnFailure.WithMaxTest(tests).WithQuietOnSuccess(true);
}
