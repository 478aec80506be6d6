#!/usr/bin/env bash
# The tour without PowerShell: the same cmdlets through 'exchange', JSON lines in and out, against the simulator on this machine.
# Usage: samples/tour.sh [folder for the CSV and the journal]
set -euo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=${1:-$(mktemp -d)}
mkdir -p "$folder"
export EXCHANGE_HOME="$folder/state"
# A key of one's own would make the sign-in needless.
export OKX_CONFIG_DIR="$folder/okx"
unset OKX_API_KEY OKX_SECRET_KEY OKX_PASSPHRASE OKX_API_BASE_URL OKX_OAUTH_BASE_URL
exchange="$repository/out/bin/exchange"

say() { printf '\n## %s\n' "$1"; }
run() { printf '$ exchange'; printf ' %q' "$@"; printf '\n'; "$exchange" "$@"; }

"$exchange" Start-ExchangeSimulator -Seed 7 -SlowSeconds 20 -Wait >"$folder/simulator.json" 2>"$folder/simulator.log" &
simulator=$!
trap 'kill "$simulator" 2>/dev/null || true; wait "$simulator" 2>/dev/null || true' EXIT
for _ in $(seq 100); do [ -s "$folder/simulator.json" ] && break; sleep 0.1; done
EXCHANGE_SIMULATOR=$(sed -n 's/.*"address":"\([^"]*\)".*/\1/p' "$folder/simulator.json")
export EXCHANGE_SIMULATOR
echo "A simulator of the service runs at $EXCHANGE_SIMULATOR; nothing leaves this machine."

say 'Prices, and a book'
run Get-BitoProTicker -Pair btc_twd,eth_twd
run Get-BitoProOrderBook btc_twd -Limit 5

say 'Two days of hourly candles'
run Show-BitoProCandlestick btc_twd 1h -Width 76 -Height 12 -Count 48

say 'What the account has'
run Get-BitoProBalance -NonZero

order=(Invoke-BitoProOrder -Pair btc_twd -Side Buy -Type Limit -Amount 0.001 -Price 2500000)
say 'An order as a draft: nothing is sent'
run "${order[@]}" -WhatIf

say 'Without a confirmation it is not sent: exit code 4, and the draft in the error'
code=0; run "${order[@]}" </dev/null || code=$?
echo "exit code $code"

say 'A slip of the finger is refused before anything is sent: exit code 2'
code=0; run Invoke-BitoProOrder -Pair BTC-TWD -Side Buy -Type Limit -Amount 0.001 -Price 2500000 '-Confirm:$false' || code=$?
echo "exit code $code"

say 'A limit order, confirmed by the script, rests in the book'
run "${order[@]}" '-Confirm:$false'
run Get-BitoProOrder -Open

say 'A market order for 50,000 TWD, its fills and fees'
run Invoke-BitoProOrder -Pair btc_twd -Side Buy -Type Market -Amount 50000 '-Confirm:$false'
run Get-BitoProFill btc_twd

say 'The balances after it'
run Get-BitoProBalance twd,btc

say 'Cancel whatever is open'
echo '$ exchange Get-BitoProOrder -Open | exchange Stop-BitoProOrder -Confirm:$false -'
"$exchange" Get-BitoProOrder -Open | "$exchange" Stop-BitoProOrder '-Confirm:$false' -

say 'Three orders as one call, from JSON lines'
plan="$folder/plan.jsonl"
cat >"$plan" <<'JSON'
{"pair":"btc_twd","side":"buy","type":"LIMIT","amount":"0.001","price":"2400000","timeInForce":"POST_ONLY"}
{"pair":"eth_twd","side":"sell","type":"LIMIT","amount":"0.5","price":"120000"}
{"pair":"eth_twd","side":"buy","type":"MARKET","amount":"3000"}
JSON
echo "$ exchange Invoke-BitoProOrder -Batch -Confirm:\$false - <plan.jsonl"
"$exchange" Invoke-BitoProOrder -Batch '-Confirm:$false' - <"$plan"

say 'A live order book, until three pictures of it have come'
run Watch-BitoProOrderBook -Pair btc_twd -Limit 1 -First 3

say 'Everything that is open, cancelled at once'
run Stop-BitoProOrder -All '-Confirm:$false'

say 'The history into a file'
csv="$folder/orders.csv"
field() { sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p" <<<"$2"; }
echo 'orderId,side,type,price,originalAmount,executedAmount,status' >"$csv"
"$exchange" Get-BitoProOrder btc_twd | while IFS= read -r line; do
  row=''
  for name in orderId side type price originalAmount executedAmount status; do row+="$(field "$name" "$line"),"; done
  echo "${row%,}" >>"$csv"
done
head -n 3 "$csv"

say 'OKX: sign in with a code that a person approves in a browser; here the script plays the person'
echo '$ exchange Connect-OkxAccount -Site eea -Manual -AsJson'
code=$("$exchange" Connect-OkxAccount -Site eea -Manual -AsJson)
echo "$code"
"$exchange" Set-ExchangeSimulator -Approve "$(field userCode "$code")" >/dev/null
sleep 5
run Get-OkxAuthStatus -AsJson

say 'Read balances with the session, and give it back'
run Get-OkxBalance
run Disconnect-OkxAccount

say 'The agentic wallet: a rehearsal signs in without a person'
run Connect-AgenticWallet

arb=0x912ce59144191c1204e64559fe8253a0e49e6548
say 'An order that waits for a price, as a draft: both addresses, estimates, expiry'
run New-StrategyLimitOrder arb usdc "$arb" 10 Buy 0.10 -WhatIf

say 'Less than a dollar is one line'
run New-StrategyLimitOrder arb usdc weth 0.5 Buy 2500

say 'The order, signed and placed; twelve seconds later it waits for its price'
run New-StrategyLimitOrder arb usdc "$arb" 10 Buy 0.10 '-Confirm:$false'
"$exchange" Set-ExchangeSimulator -Advance 0:00:13 >/dev/null
run Get-StrategyOrder -Status Active

say 'The market falls to the trigger; the order is traded, and says so'
"$exchange" Set-ExchangeSimulator -TokenPrice arb:ARB=0.09 >/dev/null
"$exchange" Set-ExchangeSimulator -Advance 0:00:03 >/dev/null
run Get-StrategyOrder -Status Completed

say 'A sign-in to Codex: a person would open loginUrl; here its answer is asked for as a browser would'
start=$("$exchange" Start-CodexAuth work)
login=$(sed -n 's/.*"loginUrl":"\([^"]*\)".*/\1/p' <<<"$start")
hostport=${EXCHANGE_SIMULATOR#http://}; hostport=${hostport%/}
exec 3<>"/dev/tcp/${hostport%:*}/${hostport#*:}"
printf 'GET /%s&decision=approve HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "${login#"$EXCHANGE_SIMULATOR"}" "$hostport" >&3
callback=$(tr -d '\r' <&3 | sed -n 's/^[Ll]ocation: //p')
exec 3>&-
echo '$ exchange Complete-CodexAuth work - <<<(the address, which is not shown)'
printf '"%s"\n' "$callback" | "$exchange" Complete-CodexAuth work -

say 'The login, without its tokens, and what the account has used'
run Get-CodexProfile
run Get-CodexUsage work

say 'A process is killed between sending an order and hearing back'
"$exchange" Set-ExchangeSimulator -Fault Slow=1 -Method POST >/dev/null
"$exchange" Invoke-BitoProOrder -Pair btc_twd -Side Buy -Type Limit -Amount 0.002 -Price 2400000 '-Confirm:$false' >"$folder/victim.log" 2>&1 &
victim=$!
# The journal tells when the order is on its way: its intent stands there before the first byte leaves.
for _ in $(seq 100); do [ -n "$("$exchange" Get-ExchangeAttempt -State Unknown)" ] && break; sleep 0.1; done
sleep 0.5
kill -9 "$victim"
wait "$victim" 2>/dev/null || true
"$exchange" Set-ExchangeSimulator -NoFault >/dev/null
echo "exchange (process $victim) is gone; nobody heard whether the order was taken."

say 'The journal knows that it does not know'
run Get-ExchangeAttempt -State Unknown

say 'It finds out by asking, never by sending again'
run Resolve-ExchangeAttempt

"$exchange" Stop-ExchangeSimulator
printf '\nDone. The CSV is %s\n' "$csv"
printf 'Next: export EXCHANGE_SIMULATOR from %s Start-ExchangeSimulator -Wait, then: %s list\n' "$exchange" "$exchange"
