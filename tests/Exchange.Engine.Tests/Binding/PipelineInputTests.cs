using System.Management.Automation;
using Exchange.Engine.Binding;
using Exchange.Engine.Json;
using Exchange.Engine.Tests.Samples;

namespace Exchange.Engine.Tests.Binding;

public sealed class PipelineInputTests
{
    private static object Bag(params (string Name, object? Value)[] properties)
    {
        var bag = new PSObject();
        foreach (var (name, value) in properties)
        {
            bag.Properties.Add(new PSNoteProperty(name, value));
        }
        return bag;
    }

    private static IEnumerable<object?> Records(CmdletRun run)
    {
        Assert.Null(run.TerminatingError);
        Assert.Empty(run.Errors);
        return run.Output.SkipLast(1);
    }

    [Fact]
    public void An_input_object_goes_to_the_parameter_of_its_type() =>
        Assert.Equal(
            ["Ticker:btc_twd:-1::1.5:Ticker", "Number::7::1.5:Number,Ticker"],
            Records(Engine.Feed<SetFromInputCommand>([new Ticker { Pair = "btc_twd" }, 7]))
        );

    [Fact]
    public void A_conversion_is_tried_where_no_type_fits() =>
        Assert.Equal(["Number::8::1.5:Number"], Records(Engine.Feed<SetFromInputCommand>(["8"])));

    [Fact]
    public void Properties_go_to_the_parameters_of_their_name_or_alias_in_any_case() =>
        Assert.Equal(
            ["Text::-1:a:2.5:Price,Text", "Text::-1:b:1.5:Price,Text"],
            Records(Engine.Feed<SetFromInputCommand>([Bag(("TEXT", "a"), ("price", "2.5")), Bag(("label", "b"))]))
        );

    [Fact]
    public void Properties_of_an_ordinary_object_count_too() =>
        Assert.Equal(
            ["Text::-1:a:9:Price,Text"],
            Records(
                Engine.Feed<SetFromInputCommand>([
                    new
                    {
                        Text = "a",
                        Price = 9,
                        Other = "x",
                    },
                ])
            )
        );

    // The names stay among the bound parameters, as they do in PowerShell: they do not tell what this object brought.
    [Fact]
    public void What_one_object_has_set_is_taken_back_before_the_next() =>
        Assert.Equal(
            [
                "Text::-1:a:2:Price,Text",
                "Text::-1:b:1.5:Price,Text",
                "Number::3::1.5:Number,Price,Text",
                "Text::-1:c:1.5:Number,Price,Text",
            ],
            Records(
                Engine.Feed<SetFromInputCommand>([
                    Bag(("Text", "a"), ("Price", 2)),
                    Bag(("Text", "b")),
                    3,
                    Bag(("Text", "c")),
                ])
            )
        );

    [Fact]
    public void The_command_line_goes_before_input_and_stays() =>
        Assert.Equal(
            ["Text::-1:a:7:Price,Text", "Text::-1:b:7:Price,Text"],
            Records(
                Engine.Feed<SetFromInputCommand>([Bag(("Text", "a"), ("Price", 2)), Bag(("Text", "b"))], "-Price", "7")
            )
        );

    [Fact]
    public void The_last_values_are_there_at_the_end() =>
        Assert.Equal("end:b", Engine.Feed<SetFromInputCommand>([Bag(("Text", "a")), Bag(("Text", "b"))]).Output[^1]);

    [Fact]
    public void An_object_that_fits_nothing_is_an_error_and_the_next_goes_on()
    {
        var run = Engine.Feed<SetFromInputCommand>([new object(), 5]);
        var error = Assert.Single(run.Errors);
        var exception = Assert.IsType<ParameterBindingException>(error.Exception);
        Assert.Equal(BindingErrorIds.InputObjectNotBound, exception.ErrorId);
        Assert.Contains("-Ticker, -Number, -Text, -Price", exception.Message, StringComparison.Ordinal);
        Assert.Equal($"InputObjectNotBound,{typeof(SetFromInputCommand).FullName}", error.FullyQualifiedErrorId);
        Assert.Equal(["Number::5::1.5:Number", "end:"], run.Output);
    }

    [Fact]
    public void An_object_that_lacks_what_is_mandatory_is_an_error_that_names_it()
    {
        var run = Engine.Feed<SetFromInputCommand>([Bag(("Price", 3))]);
        var exception = Assert.IsType<ParameterBindingException>(Assert.Single(run.Errors).Exception);
        Assert.Equal(BindingErrorIds.InputObjectMissingMandatory, exception.ErrorId);
        Assert.Contains("-Number <int>", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_that_breaks_a_rule_is_an_error_that_names_the_parameter()
    {
        var run = Engine.Feed<SetFromInputCommand>([
            Bag(("Text", "far too long")),
            Bag(("Text", "a"), ("Price", "cheap")),
        ]);
        var exceptions = run.Errors.Select(error => (ParameterBindingException)error.Exception).ToList();
        Assert.Equal(
            [BindingErrorIds.ValidationError, BindingErrorIds.CannotConvertArgument],
            exceptions.Select(e => e.ErrorId)
        );
        Assert.Equal(["Text", "Price"], exceptions.Select(e => e.ParameterName));
        Assert.Equal(["end:"], run.Output);
    }

    [Fact]
    public void With_ErrorAction_Stop_the_first_bad_object_is_the_last()
    {
        var run = Engine.Feed<SetFromInputCommand>([new object(), 5], "-ErrorAction", "Stop");
        Assert.IsType<ActionPreferenceStopException>(run.TerminatingError!.Exception);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void No_input_objects_is_no_record_and_nothing_is_missing()
    {
        var run = Engine.Feed<AddNumberCommand>([], "-Sum");
        Assert.Equal(0L, Engine.One<long>(run));
    }

    [Fact]
    public void Without_input_a_mandatory_parameter_is_asked_of_the_command_line()
    {
        Assert.Equal(
            BindingErrorIds.MissingMandatoryParameter,
            Engine.BindingError(Engine.Run<AddNumberCommand>()).ErrorId
        );
        Assert.Equal(3L, Engine.One<long>(Engine.Run<AddNumberCommand>("-Number", "2")));
    }

    [Fact]
    public void What_input_cannot_bring_is_missing_before_any_object_is_read()
    {
        var run = Engine.Feed<NeedsKeyCommand>([Unread()]);
        Assert.Equal("Key", Engine.BindingError(run).ParameterName);

        static object Unread() => 1;
    }

    [Fact]
    public void Input_for_a_cmdlet_that_takes_none_is_an_error_for_each_object()
    {
        var run = Engine.Feed<TestEverythingCommand>([1, 2]);
        Assert.Equal(2, run.Errors.Count);
        Assert.Contains("takes no input", run.Errors[0].Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_json_is_bound_by_its_properties()
    {
        var input = JsonLine.ReadAll(new StringReader("""{"orderNumber":"12","pair":"btc_twd"}"""));
        Assert.Equal("Id:12:btc_twd:100", Engine.One<string>(Engine.Feed<GetOrderCommand>(input)));
    }

    [Fact]
    public void A_line_of_json_is_bound_as_the_object_that_it_was_written_from()
    {
        var line = JsonLine.Write(
            new Ticker
            {
                Pair = "eth_twd",
                Last = 3.10m,
                Side = Side.Sell,
            }
        );
        var input = JsonLine.ReadAll(new StringReader(line));
        Assert.Equal(["Ticker:eth_twd:-1::1.5:Ticker"], Records(Engine.Feed<SetFromInputCommand>(input)));
    }

    [Fact]
    public void A_bag_of_properties_does_not_become_text()
    {
        var run = Engine.Feed<WriteStreamsCommand>([Bag(("Id", 1))]);
        Assert.Equal(BindingErrorIds.InputObjectNotBound, ((ParameterBindingException)run.Errors[0].Exception).ErrorId);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_secret_does_not_come_from_input_text()
    {
        var run = Engine.Feed<TakesSecretCommand>([Bag(("Secret", "canary-1"))]);
        Assert.DoesNotContain("canary-1", Assert.Single(run.Errors).Exception.ToString(), StringComparison.Ordinal);
    }

    [Cmdlet(VerbsCommon.Find, "Key")]
    public sealed class NeedsKeyCommand : PSCmdlet
    {
        [Parameter(Mandatory = true)]
        public string? Key { get; set; }

        [Parameter(Mandatory = true, ValueFromPipeline = true)]
        public int Number { get; set; }
    }

    [Cmdlet(VerbsCommon.Find, "Secret")]
    public sealed class TakesSecretCommand : PSCmdlet
    {
        [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
        public System.Security.SecureString? Secret { get; set; }
    }
}
