namespace Hub.Core.Programmes;

/// <summary>
/// Plans stored or read lately, with their JSON. A board asks for the same ones with every move, and a plan never changes.
/// </summary>
internal static class RecentPlans
{
    private const int Most = 8;

    private static readonly Lock Turn = new();

    private static (string Json, ProgrammePlan Plan)[] known = [];

    public static ProgrammePlan Read(string json) => Find(k => string.Equals(k.Json, json, StringComparison.Ordinal), () => (json, ProgrammePlan.FromJson(json))).Plan;

    public static string Write(ProgrammePlan plan) => Find(k => ReferenceEquals(k.Plan, plan), () => (plan.ToJson(), plan)).Json;

    private static (string Json, ProgrammePlan Plan) Find(Func<(string Json, ProgrammePlan Plan), bool> isIt, Func<(string, ProgrammePlan)> make)
    {
        lock (Turn)
        {
            var found = known.FirstOrDefault(isIt);
            found = found.Plan is null ? make() : found;
            known = [found, .. known.Where(k => !ReferenceEquals(k.Plan, found.Plan)).Take(Most - 1)];
            return found;
        }
    }
}
