using Hub.Core.Programmes;

namespace Hub.Web.Shared;

/// <summary>What somebody gives to take home. The page it stands on has the handlers Document and RemoveDocument.</summary>
/// <param name="Places">Words of the sessions and turns they have, by id: there is a choice where there are several.</param>
public sealed record MyDocuments(IReadOnlyList<SessionFileLine> Files, IReadOnlyDictionary<Guid, string> Places, DocumentInput Document);
