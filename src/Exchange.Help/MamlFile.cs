using System.Xml;
using Exchange.Engine;

namespace Exchange.Help;

/// <summary>The XML in which PowerShell keeps the help of compiled cmdlets.</summary>
internal static class MamlFile
{
    private const string Maml = "http://schemas.microsoft.com/maml/2004/10";
    private const string Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private const string Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>Writes the help of all pages.</summary>
    public static void Write(string path, IEnumerable<(CommandPage Page, CmdletMetadata Cmdlet)> pages)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n" };
        using var xml = XmlWriter.Create(path, settings);
        xml.WriteStartElement("helpItems", "http://msh");
        xml.WriteAttributeString("schema", "maml");
        foreach (var (page, cmdlet) in pages)
        {
            WriteCommand(xml, page, cmdlet);
        }
        xml.WriteEndElement();
    }

    private static void WriteCommand(XmlWriter xml, CommandPage page, CmdletMetadata cmdlet)
    {
        var facts = ParameterFacts.Of(cmdlet).ToDictionary(one => one.Name, StringComparer.Ordinal);
        xml.WriteStartElement("command", "command", Command);
        xml.WriteAttributeString("xmlns", "maml", null, Maml);
        xml.WriteAttributeString("xmlns", "dev", null, Dev);

        xml.WriteStartElement("details", Command);
        xml.WriteElementString("name", Command, cmdlet.Name);
        xml.WriteElementString("verb", Command, cmdlet.Verb);
        xml.WriteElementString("noun", Command, cmdlet.Noun);
        WriteProse(xml, "description", page.Synopsis);
        xml.WriteEndElement();
        WriteProse(xml, "description", page.Description);

        WriteSyntax(xml, page, cmdlet, facts);
        xml.WriteStartElement("parameters", Command);
        foreach (var one in facts.Values)
        {
            WriteParameter(xml, page, one, one.Required, one.Position, one.Pipeline);
        }
        xml.WriteEndElement();
        WriteTypes(xml, "inputTypes", "inputType", page.Inputs);
        WriteTypes(xml, "returnValues", "returnValue", page.Outputs);
        WriteNotes(xml, page);
        WriteExamples(xml, page);
        WriteLinks(xml, page);
        xml.WriteEndElement();
    }

    private static void WriteSyntax(
        XmlWriter xml,
        CommandPage page,
        CmdletMetadata cmdlet,
        Dictionary<string, ParameterFacts> facts
    )
    {
        xml.WriteStartElement("syntax", Command);
        foreach (var set in CmdletUsage.SetsOf(cmdlet))
        {
            xml.WriteStartElement("syntaxItem", Command);
            xml.WriteElementString("name", Maml, cmdlet.Name);
            foreach (var (parameter, inSet) in CmdletUsage.ParametersOf(cmdlet, set))
            {
                var one = facts[parameter.Name];
                WriteParameter(xml, page, one, inSet.Mandatory, inSet.Position, one.Pipeline);
            }
            foreach (var common in facts.Values.Where(_ => cmdlet.SupportsShouldProcess).Where(IsShouldProcess))
            {
                WriteParameter(xml, page, common, required: false, position: null, common.Pipeline);
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static bool IsShouldProcess(ParameterFacts facts) => facts.Name is "WhatIf" or "Confirm";

    private static void WriteParameter(
        XmlWriter xml,
        CommandPage page,
        ParameterFacts facts,
        bool required,
        int? position,
        string pipeline
    )
    {
        xml.WriteStartElement("parameter", Command);
        xml.WriteAttributeString("required", Word(required));
        xml.WriteAttributeString("variableLength", Word(facts.TypeName.EndsWith("[]", StringComparison.Ordinal)));
        xml.WriteAttributeString("globbing", Word(facts.TakesWildcards));
        xml.WriteAttributeString("pipelineInput", pipeline);
        xml.WriteAttributeString("position", position is { } place ? XmlConvert.ToString(place) : "named");
        xml.WriteAttributeString("aliases", facts.Aliases.Count == 0 ? "none" : string.Join(", ", facts.Aliases));
        xml.WriteElementString("name", Maml, facts.Name);
        WriteProse(xml, "description", page.Parameters.GetValueOrDefault(facts.Name) ?? []);
        if (facts.AllowedValues.Count > 0)
        {
            xml.WriteStartElement("parameterValueGroup", Command);
            foreach (var value in facts.AllowedValues)
            {
                xml.WriteStartElement("parameterValue", Command);
                xml.WriteAttributeString("required", "false");
                xml.WriteAttributeString("variableLength", "false");
                xml.WriteString(value);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        if (!facts.IsSwitch)
        {
            xml.WriteStartElement("parameterValue", Command);
            xml.WriteAttributeString("required", "true");
            xml.WriteAttributeString("variableLength", "false");
            xml.WriteString(facts.TypeName);
            xml.WriteEndElement();
        }
        xml.WriteStartElement("type", Dev);
        xml.WriteElementString("name", Maml, facts.TypeName);
        xml.WriteEndElement();
        xml.WriteElementString("defaultValue", Dev, facts.Default.Length > 0 ? facts.Default : "None");
        xml.WriteEndElement();
    }

    private static void WriteTypes(
        XmlWriter xml,
        string all,
        string each,
        IReadOnlyList<(string Type, IReadOnlyList<string> Text)> types
    )
    {
        xml.WriteStartElement(all, Command);
        foreach (var (type, text) in types)
        {
            xml.WriteStartElement(each, Command);
            xml.WriteStartElement("type", Dev);
            xml.WriteElementString("name", Maml, type);
            xml.WriteEndElement();
            WriteProse(xml, "description", text);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteNotes(XmlWriter xml, CommandPage page)
    {
        xml.WriteStartElement("alertSet", Maml);
        WriteProse(xml, "alert", page.Notes);
        xml.WriteEndElement();
    }

    private static void WriteExamples(XmlWriter xml, CommandPage page)
    {
        xml.WriteStartElement("examples", Command);
        foreach (var example in page.Examples)
        {
            xml.WriteStartElement("example", Command);
            xml.WriteElementString("title", Maml, $"---- {example.Title} ----");
            xml.WriteElementString("code", Dev, SessionText.Of(example));
            xml.WriteStartElement("remarks", Dev);
            // An empty one last: examples would stand without a line between them.
            WriteParagraphs(xml, [.. example.Remarks, ""]);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteLinks(XmlWriter xml, CommandPage page)
    {
        xml.WriteStartElement("relatedLinks", Command);
        foreach (var (text, url) in page.Links)
        {
            xml.WriteStartElement("navigationLink", Maml);
            xml.WriteElementString("linkText", Maml, text);
            // An address, were it empty too, makes PowerShell offer -Online.
            if (url.Length > 0)
            {
                xml.WriteElementString("uri", Maml, url);
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteProse(XmlWriter xml, string element, IEnumerable<string> paragraphs)
    {
        xml.WriteStartElement(element, Maml);
        WriteParagraphs(xml, paragraphs);
        xml.WriteEndElement();
    }

    private static void WriteParagraphs(XmlWriter xml, IEnumerable<string> paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            xml.WriteElementString("para", Maml, paragraph);
        }
    }

    private static string Word(bool value) => value ? "true" : "false";
}
