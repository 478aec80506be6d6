using Exchange.BitoPro;

namespace Exchange.Tests.BitoPro.Wallet;

/// <summary>The table of transfer statuses of bitopro.md section 3, in its order: deposit crypto, deposit TWD, withdraw crypto, withdraw TWD.</summary>
public sealed class TransferStatusTests
{
    private const string Table = """
        PROCESSING         | x | x | x | x | pending
        COMPLETE           | x | x | x | x | final
        EXPIRED            | x |   | x |   | final
        INVALID            | x | x | x | x | final
        WAIT_PROCESS       | x | x | x | x | pending
        WAIT_CONFIRMATION  |   |   | x |   | pending
        EMAIL_VERIFICATION |   |   | x | x | pending
        CANCELLED          | x | x | x | x | final
        FAILED             |   | x |   | x | final
        """;

    [Fact]
    public void The_code_has_the_table_of_the_contract()
    {
        var shown = TransferStatuses.All.Select(status =>
            $"{status.Word, -18} | {Mark(status.DepositCrypto)} | {Mark(status.DepositTwd)} | {Mark(status.WithdrawCrypto)} | "
            + $"{Mark(status.WithdrawTwd)} | {(status.IsFinal ? "final" : "pending")}"
        );

        Assert.Equal(Table.ReplaceLineEndings("\n"), string.Join('\n', shown));
    }

    [Fact]
    public void A_word_that_is_not_listed_is_shown_as_it_is_and_is_not_final()
    {
        Assert.Equal("SOMETHING_NEW", BitoProTransferStatusLabels.LabelOf("SOMETHING_NEW"));
        Assert.False(BitoProTransferStatusLabels.IsFinal("SOMETHING_NEW"));
        Assert.Null(BitoProTransferStatusLabels.LabelOf(null));
        Assert.False(BitoProTransferStatusLabels.IsFinal(null));
    }

    [Fact]
    public void Completion_offers_what_some_currency_can_have()
    {
        Assert.DoesNotContain("WAIT_CONFIRMATION", BitoProChoices.DepositStatuses, StringComparer.Ordinal);
        Assert.Equal(7, BitoProChoices.DepositStatuses.Count);
        Assert.Equal(9, BitoProChoices.WithdrawalStatuses.Count);
    }

    private static string Mark(bool yes) => yes ? "x" : " ";
}
