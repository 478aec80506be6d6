using Exchange.Http;

namespace Exchange.Streams;

/// <summary>The service answered an upgrade with an ordinary reply. Stays inside <see cref="StreamClient"/>.</summary>
internal sealed class UpgradeRefusedException(ApiReply reply) : Exception($"answered {reply.Status}")
{
    public ApiReply Reply => reply;
}
