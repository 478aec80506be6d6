using System.Globalization;
using System.Text.Json;

namespace Exchange.Simulator.Strategy.Wire;

/// <summary>Writes fields with the types they have on the wire, or swapped where a client must take either (strategy.md 2.2).</summary>
internal sealed class WireWriter(Utf8JsonWriter json, Web3Behaviour behaviour)
{
    public Web3Behaviour Behaviour => behaviour;

    public void Object(Action write)
    {
        json.WriteStartObject();
        write();
        if (behaviour.UnknownFields)
        {
            json.WriteString("notYetKnown", "x");
            json.WriteStartObject("notYetKnownObject");
            json.WriteNull("inner");
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    public void Object(string name, Action write)
    {
        json.WritePropertyName(name);
        Object(write);
    }

    public void Array<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        json.WritePropertyName(name);
        Array(items, write);
    }

    public void Array<T>(IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            write(item);
        }
        json.WriteEndArray();
    }

    /// <summary>Text that is never a number, or null.</summary>
    public void Text(string name, string? value) => json.WriteString(name, value);

    public void Item(string value) => json.WriteStringValue(value);

    public void Flag(string name, bool value) => json.WriteBoolean(name, value);

    /// <summary>A number for a false that some answers have.</summary>
    public void Zero(string name) => json.WriteNumber(name, 0);

    public void NullValue() => json.WriteNullValue();

    /// <summary>Digits that are text on the wire: ids, amounts, prices, times.</summary>
    public void Digits(string name, string value)
    {
        // Written anew as a number: text such as ".5" is none in JSON.
        if (
            behaviour.SwapNumbers
            && decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        )
        {
            json.WritePropertyName(name);
            json.WriteRawValue(DecimalText.Of(number));
            return;
        }
        json.WriteString(name, value);
    }

    public void Digits(string name, decimal value) => Digits(name, DecimalText.Of(value));

    /// <summary>An integer that is a number on the wire.</summary>
    public void Integer(string name, long value)
    {
        if (behaviour.SwapNumbers)
        {
            json.WriteString(name, value.ToString(CultureInfo.InvariantCulture));
            return;
        }
        json.WriteNumber(name, value);
    }
}
