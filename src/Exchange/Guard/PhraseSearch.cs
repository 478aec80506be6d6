namespace Exchange.Guard;

/// <summary>
/// Looks for any number of phrases in one pass over a text (Aho and Corasick, 1975): plain ordinal substrings, overlapping ones
/// too. The time grows with the length of the text, the memory with that of the phrases.
/// </summary>
internal sealed class PhraseSearch
{
    private const int Root = 0;
    private const int None = 0;

    private readonly Node[] _nodes;

    // By the first character: upper byte, lower byte.
    private readonly int[]?[] _starts = new int[256][];

    /// <summary>Puts phrases together.</summary>
    /// <param name="groups">Phrases, none of them empty, and the bits that finding one of them sets.</param>
    public PhraseSearch(IEnumerable<(IEnumerable<string> Phrases, int Bits)> groups)
    {
        var nodes = new List<Node> { default };
        foreach (var (phrases, bits) in groups)
        {
            foreach (var phrase in phrases)
            {
                Add(nodes, phrase, bits);
            }
        }
        _nodes = [.. nodes];
        for (var child = _nodes[Root].FirstChild; child != None; child = _nodes[child].Sibling)
        {
            var first = _nodes[child].Char;
            (_starts[first >> 8] ??= new int[256])[first & 0xFF] = child;
        }
        LinkFailures();
    }

    /// <summary>The bits of every phrase in the text.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        var (nodes, at, found) = (_nodes, Root, 0);
        foreach (var c in text)
        {
            at = Next(nodes, at, c);
            found |= nodes[at].Bits;
        }
        return found;
    }

    private static void Add(List<Node> nodes, string phrase, int bits)
    {
        var at = Root;
        foreach (var c in phrase)
        {
            var child = nodes[at].FirstChild;
            while (child != None && nodes[child].Char != c)
            {
                child = nodes[child].Sibling;
            }
            if (child == None)
            {
                child = nodes.Count;
                nodes.Add(new Node { Char = c, Sibling = nodes[at].FirstChild });
                nodes[at] = nodes[at] with { FirstChild = child };
            }
            at = child;
        }
        nodes[at] = nodes[at] with { Bits = nodes[at].Bits | bits };
    }

    // Where the search goes on when a phrase does not: at its longest end that begins another one. Shorter ones come first.
    private void LinkFailures()
    {
        var waiting = new Queue<int>();
        for (var start = _nodes[Root].FirstChild; start != None; start = _nodes[start].Sibling)
        {
            waiting.Enqueue(start);
        }
        while (waiting.TryDequeue(out var at))
        {
            for (var child = _nodes[at].FirstChild; child != None; child = _nodes[child].Sibling)
            {
                var failure = Next(_nodes, _nodes[at].Failure, _nodes[child].Char);
                _nodes[child].Failure = failure;
                _nodes[child].Bits |= _nodes[failure].Bits;
                waiting.Enqueue(child);
            }
        }
    }

    private int Next(Node[] nodes, int at, char c)
    {
        while (at != Root)
        {
            for (var child = nodes[at].FirstChild; child != None; child = nodes[child].Sibling)
            {
                if (nodes[child].Char == c)
                {
                    return child;
                }
            }
            at = nodes[at].Failure;
        }
        return _starts[c >> 8] is { } page ? page[c & 0xFF] : Root;
    }

    // Fields, for they are read for every character.
    private struct Node
    {
        public char Char;
        public int FirstChild;
        public int Sibling;
        public int Failure;
        public int Bits;
    }
}
