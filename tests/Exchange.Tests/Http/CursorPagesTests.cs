using Exchange.Http;
using Exchange.Tests.Support;
using FsCheck.Fluent;

namespace Exchange.Tests.Http;

public sealed class CursorPagesTests
{
    [Fact]
    public void Every_item_is_given_once_and_in_order_whatever_the_page_size() =>
        Always.Holds(
            from count in Gen.Choose(0, 60)
            from size in Gen.Choose(2, 25)
            select (Count: count, Size: size),
            async sample =>
            {
                var book = new Book(Enumerable.Range(0, sample.Count).Select(i => $"{i:000}"), sample.Size);

                Assert.Equal(book.Items, await TakeAsync(book, int.MaxValue));
            }
        );

    [Fact]
    public void Items_that_share_a_cursor_are_told_apart_by_their_key() =>
        Always.Holds(
            from count in Gen.Choose(0, 40)
            from size in Gen.Choose(3, 10)
            select (Count: count, Size: size),
            async sample =>
            {
                // Two fills of one match share its trade id (bitopro.md T18).
                var book = new Book(Enumerable.Range(0, sample.Count).Select(i => $"{i / 2:000} {i}"), sample.Size);

                Assert.Equal(book.Items, await TakeAsync(book, int.MaxValue));
            }
        );

    [Fact]
    public async Task The_second_page_is_not_asked_for_before_the_first_is_used_up()
    {
        var book = new Book(Enumerable.Range(0, 100).Select(i => $"{i:000}"), 10);

        Assert.Equal(10, (await TakeAsync(book, 10)).Count);
        Assert.Equal(1, book.Asked);
        await TakeAsync(book, 11);
        Assert.Equal(3, book.Asked);
    }

    [Fact]
    public async Task A_short_page_is_the_last()
    {
        var book = new Book(Enumerable.Range(0, 9).Select(i => $"{i:000}"), 10);

        await TakeAsync(book, int.MaxValue);

        Assert.Equal(1, book.Asked);
    }

    [Fact]
    public async Task A_full_page_that_only_repeats_the_cursor_ends_the_walk()
    {
        var asked = 0;
        var walk = CursorPages.WalkAsync(
            _ =>
            {
                asked++;
                return Task.FromResult<IReadOnlyList<string>>(["a", "b"]);
            },
            item => item,
            item => item,
            2,
            BitoProBench.Cancel
        );

        Assert.Equal(["a", "b"], await ToListAsync(walk, int.MaxValue));
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_stop_between_pages_ends_the_walk()
    {
        using var stop = new CancellationTokenSource();
        var book = new Book(Enumerable.Range(0, 100).Select(i => $"{i:000}"), 10);
        await using var walk = Walk(book, stop.Token).GetAsyncEnumerator(stop.Token);
        await walk.MoveNextAsync();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            while (await walk.MoveNextAsync()) { }
        });
        Assert.Equal(1, book.Asked);
    }

    private static IAsyncEnumerable<string> Walk(Book book, CancellationToken cancel) =>
        CursorPages.WalkAsync(book.PageAsync, Book.CursorOf, item => item, book.Size, cancel);

    private static Task<List<string>> TakeAsync(Book book, int count) =>
        ToListAsync(Walk(book, BitoProBench.Cancel), count);

    private static async Task<List<string>> ToListAsync(IAsyncEnumerable<string> walk, int count)
    {
        var taken = new List<string>();
        await foreach (var item in walk)
        {
            taken.Add(item);
            if (taken.Count == count)
            {
                break;
            }
        }
        return taken;
    }

    /// <summary>A service's list: a page begins with the items that the cursor names.</summary>
    private sealed class Book(IEnumerable<string> items, int size)
    {
        public List<string> Items { get; } = [.. items];

        public int Size => size;

        public int Asked { get; private set; }

        public static string CursorOf(string item) => item.Split(' ')[0];

        public Task<IReadOnlyList<string>> PageAsync(string? cursor)
        {
            Asked++;
            var page = Items.SkipWhile(item => cursor is not null && CursorOf(item) != cursor).Take(size);
            return Task.FromResult<IReadOnlyList<string>>([.. page]);
        }
    }
}
