#!/usr/bin/env bash
# Buys the same amount step by step under one approved session. It can be killed at any moment and started again: what the journal
# holds decides, and no step is taken twice.
#
# Once, by a person:
#   exchange New-TradeSession dca-7 -MaxSteps 30 -MaxTotalExposureQuote 60000 -MaxSingleOrderQuote 2000 -MaxDailyLossQuote 3000 \
#       -SessionExpiryAt 2027-01-01T00:00:00Z -StrategyType dca -Pair btc_twd -Path dca-7.json
#   exchange Approve-TradeSession -Path dca-7.json
# Then, from cron or by hand:
#   samples/dca.sh dca-7.json btc_twd 2000 [seconds between steps, 0 without]
#
# Exit codes: 0 every step is done, or the session was ended; 75 something must settle first, start it again in a few minutes; others as
# those of exchange.
set -euo pipefail
session=$1 pair=$2 amount=$3 pause=${4:-0}
exchange=${EXCHANGE:-exchange}
later=75

say() { printf '%s dca: %s\n' "$(date -u +%FT%TZ)" "$1" >&2; }

# A member of the session, whose names stand once each in it.
member() { sed -n "s/.*\"$1\": *\"\{0,1\}\([^\",}]*\).*/\1/p" "$session"; }

# The attempts of a step that are in this state, as lines of JSON.
attempts() { grep -F "\"attemptId\":\"$step-" <<<"$known" | grep -F "\"state\":\"$1\"" || true; }

id_of() { sed -n 's/.*"attemptId":"\([^"]*\)".*/\1/p' | head -n 1; }

count() { "$exchange" Update-TradeSession -Path "$session" - >/dev/null; }

while true; do
    status=$(member status)
    if [ "$status" = stopped ]; then
        say 'done'
        exit 0
    fi
    if [ "$status" = draft ]; then
        say "$session is a draft: a person approves it first, with exchange Approve-TradeSession -Path $session"
        exit 2
    fi
    done=$(member current_step)
    if [ "$done" -ge "$(member max_steps)" ]; then
        "$exchange" Stop-TradeSession -Path "$session" >/dev/null
        continue
    fi
    step="$(member strategy_session_id)-step-$((done + 1))"
    known=$("$exchange" Get-ExchangeAttempt -Service BitoPro)

    # Sent by one of us who did not live to count it.
    accepted=$(attempts Accepted)
    if [ -n "$accepted" ]; then
        head -n 1 <<<"$accepted" | count
        continue
    fi

    # Perhaps sent: the service is asked, and nothing is sent before it has answered.
    unknown=$(attempts Unknown | id_of)
    if [ -n "$unknown" ]; then
        settled=$("$exchange" Resolve-ExchangeAttempt -AttemptId "$unknown")
        if grep -qF '"state":"Unknown"' <<<"$settled"; then
            say "$unknown is not settled yet"
            exit $later
        fi
        continue
    fi

    # One id for the step, until the service has refused it or never had it: then the next.
    attempt="$step-$(($(attempts Rejected | wc -l) + 1))"
    code=0
    report=$("$exchange" Invoke-BitoProOrder "$pair" Buy Market "$amount" -TradeSession "$(cat "$session")" -AttemptId "$attempt") || code=$?
    if [ $code -eq 0 ]; then
        count <<<"$report"
        say "$attempt is done"
        sleep "$pause"
    else
        # Refused, perhaps because the same id was seen a moment ago; or it is not known what became of it. The next start sees.
        say "$attempt: exit code $code"
        exit $code
    fi
done
