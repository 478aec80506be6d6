using Exchange.Http;

namespace Exchange.BitoPro;

/// <summary>What an answer says that came in the place of a stream: as any other answer, but that a success is none here.</summary>
internal static class BitoProStreamErrors
{
    public static ServiceError? In(ApiRequest request, ApiReply reply) =>
        BitoProErrors.In(request, reply) is { } error ? error
        : request.IsPrivate ? ApiErrors.InvalidReply("it is not a stream")
        // bitopro.md section 8: an unknown pair in the path is answered 200 without a socket.
        : new ServiceError(
            "UnknownPair",
            ErrorKind.NotFound,
            $"{request.Endpoint} was answered {reply.Status} without a stream: the service does not know the pair.",
            "See Get-BitoProTradingPair.",
            null
        );
}
