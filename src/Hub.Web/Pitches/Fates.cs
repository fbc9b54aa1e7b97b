using Hub.Core.Evaluations;
using Hub.Core.Languages;
using Hub.Core.Pitches;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Pitches;

/// <summary>What became of proposals, in words for their organisers.</summary>
internal static class Fates
{
    extension(IStringLocalizer<DecisionTexts> texts)
    {
        /// <param name="offer">Null unless it was given a place.</param>
        /// <param name="zone">IANA, of the call.</param>
        /// <returns>Null before the release.</returns>
        public string? FateOf(Decision? decision, StageOffer? offer, string zone) => (decision, offer) switch
        {
            (null or { ReleasedAt: null }, _) => null,
            (_, { State: StageOfferState.Offered }) => texts["Offer.Offered", Spoken.Instant(offer.ConfirmBy, zone)].Value,
            (_, not null) => texts[$"Offer.{offer.State}"].Value,
            ({ Verdict: Verdict.Reserve, Position: { } position }, _) => texts["ReserveAt", Spoken.Rank(position)].Value,
            _ => texts[$"Verdict.{decision.Verdict}"].Value,
        };
    }
}
