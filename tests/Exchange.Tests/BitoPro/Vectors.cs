namespace Exchange.Tests.BitoPro;

/// <summary>One worked vector of bitopro.md 1.8. The text of the payload is what is signed and, for POST and PUT, sent.</summary>
public sealed record Vector(string Name, string Secret, string Json, int Length, string? Base64, string Signature)
{
    public override string ToString() => Name;
}

/// <summary>bitopro.md 1.8, in its order.</summary>
public static class Vectors
{
    private const string Secret = "bp-test-secret-0001";

    public static readonly Vector V0 = new(
        "V0",
        "bitopro",
        """{"identity":"hcmlinj@gmail.com","nonce":1554380909131}""",
        54,
        "eyJpZGVudGl0eSI6ImhjbWxpbmpAZ21haWwuY29tIiwibm9uY2UiOjE1NTQzODA5MDkxMzF9",
        "01a85a9083db47c20da7196380598f3feacd3c76a9077aaf7ffaf08ce0091abf65b61778792607b010921adfe1c2941a"
    );

    public static readonly Vector V1 = new(
        "V1",
        Secret,
        """{"identity":"trader@example.com","nonce":1700000000123}""",
        55,
        "eyJpZGVudGl0eSI6InRyYWRlckBleGFtcGxlLmNvbSIsIm5vbmNlIjoxNzAwMDAwMDAwMTIzfQ==",
        "2a2c1f59edde319b6005131bb5f97b5ac0b4a6a9b96590eadacbd9f4eb87b12d9c6f00cb5229c2be5cce21455ad55e5a"
    );

    public static readonly Vector V2 = new(
        "V2",
        Secret,
        """{"identity":"trader@example.com","nonce":1700000000124}""",
        55,
        "eyJpZGVudGl0eSI6InRyYWRlckBleGFtcGxlLmNvbSIsIm5vbmNlIjoxNzAwMDAwMDAwMTI0fQ==",
        "e0d8acac61f604338c77a0addb0d519443a62b76cad65423a90369aa1ef4f9d2d598733c1ad96c37e3b66078b3687804"
    );

    public static readonly Vector V3 = new(
        "V3",
        Secret,
        """{"action":"BUY","amount":"0.0015","price":"2800000","timestamp":1700000000125,"type":"LIMIT","timeInForce":"GTC","clientId":2147483647,"nonce":1700000000125}""",
        157,
        "eyJhY3Rpb24iOiJCVVkiLCJhbW91bnQiOiIwLjAwMTUiLCJwcmljZSI6IjI4MDAwMDAiLCJ0aW1lc3RhbXAiOjE3MDAwMDAwMDAxMjUsInR5cGUiOiJMSU1JVCIsInRpbWVJbkZvcmNlIjoiR1RDIiwiY2xpZW50SWQiOjIxNDc0ODM2NDcsIm5vbmNlIjoxNzAwMDAwMDAwMTI1fQ==",
        "1db760458ded53686b94d410e84f0cef92637769230b91e1aaa7f82db5b1f604d0c02a02b6b35cf51eb8f0b365283fc8"
    );

    public static readonly Vector V4 = new(
        "V4",
        Secret,
        """{"BTC_TWD":["1234567890","SL-1234567891"],"ETH_USDT":["9876543210"],"nonce":1700000000126}""",
        90,
        "eyJCVENfVFdEIjpbIjEyMzQ1Njc4OTAiLCJTTC0xMjM0NTY3ODkxIl0sIkVUSF9VU0RUIjpbIjk4NzY1NDMyMTAiXSwibm9uY2UiOjE3MDAwMDAwMDAxMjZ9",
        "44a0e90ac6def2f5f6f108f80fd8289f3f1df52d0976480c10df0aede487288a3510ee3cc04f7b1e3f0cea815fa05a8a"
    );

    public static readonly Vector V4d = new(
        "V4d",
        Secret,
        """{"BTC_TWD":["1234567890","SL-1234567891"],"ETH_USDT":["9876543210"]}""",
        68,
        "eyJCVENfVFdEIjpbIjEyMzQ1Njc4OTAiLCJTTC0xMjM0NTY3ODkxIl0sIkVUSF9VU0RUIjpbIjk4NzY1NDMyMTAiXX0=",
        "e413dee703a722b1c94d7d8caaa809a623f8c8945a57f2d6cab36b6688f3b702a6cee6517c09ad8128530c4db2c85d4f"
    );

    public static readonly Vector V5 = new(
        "V5",
        Secret,
        """{"action":"SELL","amount":"0.25","price":"88000","timestamp":1700000000127,"type":"STOP_LIMIT","stopPrice":"88500","condition":">=","timeInForce":"GTC","clientId":2147483647,"nonce":1700000000127}""",
        196,
        "eyJhY3Rpb24iOiJTRUxMIiwiYW1vdW50IjoiMC4yNSIsInByaWNlIjoiODgwMDAiLCJ0aW1lc3RhbXAiOjE3MDAwMDAwMDAxMjcsInR5cGUiOiJTVE9QX0xJTUlUIiwic3RvcFByaWNlIjoiODg1MDAiLCJjb25kaXRpb24iOiI+PSIsInRpbWVJbkZvcmNlIjoiR1RDIiwiY2xpZW50SWQiOjIxNDc0ODM2NDcsIm5vbmNlIjoxNzAwMDAwMDAwMTI3fQ==",
        "cfd29cf3a2c57a304b30fd831dec2a4eb4a1c9efe9f2e3819d328b8db7f38601eb7e413d8be75e95e003034b49ce6571"
    );

    public static readonly Vector V6 = new(
        "V6",
        Secret,
        """[{"pair":"btc_twd","action":"BUY","type":"LIMIT","price":"2800000","amount":"0.0015","timestamp":1700000000129,"timeInForce":"GTC","clientId":2147483647,"nonce":1700000000129},{"pair":"eth_twd","action":"SELL","type":"MARKET","amount":"0.1","timestamp":1700000000129,"clientId":2147483647,"nonce":1700000000129}]""",
        312,
        null,
        "251d5343793ead7bfe3ef4559f8dcb10c96e733951c6d25088f18ff1ffa8e1483095c5d8d739e52b90d4acc0825e41e5"
    );

    public static readonly Vector V6d = new(
        "V6d",
        Secret,
        """[{"pair":"btc_twd","action":"BUY","type":"LIMIT","price":"2800000","amount":"0.0015","timestamp":1700000000129,"timeInForce":"GTC","clientId":2147483647},{"pair":"eth_twd","action":"SELL","type":"MARKET","amount":"0.1","timestamp":1700000000129,"clientId":2147483647}]""",
        268,
        null,
        "04ee53bb53b2e4147a787ba39581d8cff73f434302982ead1de1da828dc2b243efcce77253652064391d8e41391a7ca6"
    );

    public static readonly Vector V7 = new(
        "V7",
        Secret,
        """{"amount":"100","protocol":"TRX","address":"TXYZexampleaddr000000000000000000","nonce":1700000000130}""",
        101,
        null,
        "5c12a748d5dde2520ed9974c604e3f927bc41187b2f022305cd062c9df70d63938b7d2f1c80b78e5f58c66c4b0d7c225"
    );

    public static readonly Vector V8 = new(
        "V8",
        Secret,
        """{"identity":"a+b@example.com","nonce":1700000000128}""",
        52,
        "eyJpZGVudGl0eSI6ImErYkBleGFtcGxlLmNvbSIsIm5vbmNlIjoxNzAwMDAwMDAwMTI4fQ==",
        "a422fd9d3cd9e4853e391ed8d1013c34b7ad4845e1f3712c969abce5e8fce4dff29e02eaf394920fcbc325de8fdf5d3f"
    );

    public static readonly IReadOnlyList<Vector> All = [V0, V1, V2, V3, V4, V4d, V5, V6, V6d, V7, V8];
}
