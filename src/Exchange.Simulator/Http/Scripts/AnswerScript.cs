using System.Text;

namespace Exchange.Simulator.Http.Scripts;

/// <summary>The answers that the control plane has ordered for a service: <c>fail</c> commands, oldest first.</summary>
internal sealed class AnswerScript
{
    private readonly object _gate = new();
    private readonly List<ScriptedAnswer> _answers = [];

    /// <summary>Carries out a <c>fail</c> command: adds an answer, or forgets them all with <c>{"clear":true}</c>.</summary>
    /// <param name="call">The command.</param>
    /// <param name="isCode">Which codes the service can answer with; null is any.</param>
    /// <exception cref="Refusal">400: the command makes no sense.</exception>
    public void Control(Call call, Func<string, bool>? isCode = null)
    {
        using var body = ControlPlane.Parse(call);
        var isClear = body.RootElement.Flag("clear") ?? false;
        var answer = isClear ? null : ScriptedAnswer.Read(body.RootElement);
        if (answer?.Code is { } code && isCode?.Invoke(code) == false)
        {
            throw new Refusal(400, $"'{code}' is not a code of this service.");
        }
        lock (_gate)
        {
            if (answer is null)
            {
                _answers.Clear();
                return;
            }
            _answers.Add(answer);
        }
    }

    /// <summary>Answers a call: as ordered when something is, else as the service does.</summary>
    /// <param name="call">The call.</param>
    /// <param name="answerInFull">What the service says, with the effect that the call has.</param>
    /// <param name="refuse">Answers with an ordered code in the service's own envelope.</param>
    public void Answer(Call call, Action<Call> answerInFull, Action<Call, ScriptedAnswer> refuse)
    {
        var ordered = Take(call);
        if (ordered is not { HasEffect: false })
        {
            answerInFull(call);
        }
        if (ordered is { Body: null, Code: not null })
        {
            refuse(call, ordered);
            return;
        }
        if (ordered is not null)
        {
            var body = ordered.Body ?? "";
            var type = body.TrimStart().StartsWith('<') ? "text/html; charset=utf-8" : null;
            call.Raw(ordered.Status ?? 200, type, Encoding.UTF8.GetBytes(body));
        }
    }

    // Uses the answer up by one; null when none is ordered for this call.
    private ScriptedAnswer? Take(Call call)
    {
        lock (_gate)
        {
            var index = _answers.FindIndex(answer => answer.Matches(call));
            if (index < 0)
            {
                return null;
            }
            var answer = _answers[index];
            _answers[index] = answer with { Left = answer.Left - 1 };
            _answers.RemoveAll(spent => spent.Left == 0);
            return answer;
        }
    }
}
