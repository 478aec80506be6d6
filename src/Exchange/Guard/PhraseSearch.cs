using System.Numerics;
using System.Runtime.CompilerServices;

namespace Exchange.Guard;

/// <summary>
/// Looks for any number of phrases in one pass over a text (Aho and Corasick, 1975): plain ordinal substrings, overlapping ones
/// too. The time grows with the length of the text, the memory with that of the phrases: for the ASCII characters that stand in one,
/// every step is a look into a table; the others are looked for.
/// </summary>
internal sealed class PhraseSearch
{
    private const int Root = 0;
    private const int None = 0;

    private readonly Node[] _nodes;

    // The column of an ASCII character, from 1 on; 0 for one that no phrase has.
    private readonly byte[] _columns = new byte[128];
    private readonly int _shift;

    // A row for each node: where it goes with each column, as the start of a row; last the node's bits.
    private readonly int[] _table;

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
        _shift = BitOperations.Log2((uint)AddColumns() + 1) + 1;
        _table = new int[_nodes.Length << _shift];
        LinkFailures();
    }

    /// <summary>The bits of every phrase in the text.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        var walk = Start();
        foreach (var c in text)
        {
            walk.Step(c);
        }
        return walk.Found;
    }

    /// <summary>Before the first character.</summary>
    public Walk Start() => new(this);

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

    private int AddColumns()
    {
        byte columns = 0;
        foreach (var node in _nodes.AsSpan(1))
        {
            if (node.Char < _columns.Length && _columns[node.Char] == 0)
            {
                _columns[node.Char] = ++columns;
            }
        }
        return columns;
    }

    // Where the search goes on when a phrase does not: at its longest end that begins another one. Shorter ones come first.
    private void LinkFailures()
    {
        var waiting = new Queue<int>();
        Link(Root, waiting);
        while (waiting.TryDequeue(out var at))
        {
            Row(_nodes[at].Failure).CopyTo(Row(at));
            Row(at)[^1] = _nodes[at].Bits;
            Link(at, waiting);
        }
    }

    private void Link(int at, Queue<int> waiting)
    {
        for (var child = _nodes[at].FirstChild; child != None; child = _nodes[child].Sibling)
        {
            var c = _nodes[child].Char;
            var failure = at == Root ? Root : Next(_nodes, _nodes[at].Failure, c);
            _nodes[child].Failure = failure;
            _nodes[child].Bits |= _nodes[failure].Bits;
            if (c < _columns.Length)
            {
                Row(at)[_columns[c]] = child << _shift;
            }
            waiting.Enqueue(child);
        }
    }

    private Span<int> Row(int at) => _table.AsSpan(at << _shift, 1 << _shift);

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

    /// <summary>A text on its way through the phrases, a character at a time.</summary>
    public ref struct Walk(PhraseSearch search)
    {
        private readonly Node[] _nodes = search._nodes;
        private readonly int[] _table = search._table;
        private readonly byte[] _columns = search._columns;
        private readonly int _shift = search._shift;
        private int _row;

        /// <summary>The bits of every phrase so far.</summary>
        public int Found { get; private set; }

        /// <summary>The next character.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step(char c)
        {
            _row = c < _columns.Length ? _table[_row + _columns[c]] : search.Next(_nodes, _row >> _shift, c) << _shift;
            Found |= _table[_row + (1 << _shift) - 1];
        }
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
