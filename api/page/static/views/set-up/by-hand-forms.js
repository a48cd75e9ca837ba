/** The forms by which bids are left out or accepted by hand. */
import { lotName, lotsOf } from "../../lib/case.js";
import { openDialog } from "../../lib/dialog.js";
import { pounds } from "../../lib/format.js";
import { html, nothing } from "../../lib/html.js";
import { forgetFilters, pickList } from "../../lib/pick-list.js";
import { freeId } from "./draft.js";

/** @param {any} case_ @param {AbortSignal} signal @returns {Promise<any | null>} */
export async function exclusionForm(case_, signal) {
  const form = { bidder: "", services: [], bid: "", reason: "", tried: false };
  const made = () => ({
    id: freeId(`without ${form.bidder}`, case_.exclusions ?? []),
    ...(form.bid ? { bid: form.bid } : { bidder: form.bidder, ...(form.services.length && { lots: { services: form.services } }) }),
    reason: form.reason.trim(),
  });
  const fields = (change, draw) => {
    const bids = case_.bids.filter((each) => each.bidder === form.bidder);
    return html`<div class="field"><label for="hand-bidder">Whose</label>
        <select id="hand-bidder" required aria-invalid=${form.tried && !form.bidder ? "true" : nothing} @change=${(event) => change({ bidder: event.target.value, bid: "", services: [] })}>
          <option value="">Choose a bidder…</option>${case_.bidders.map((each) => html`<option value=${each.id} ?selected=${each.id === form.bidder}>${each.name}</option>`)}
        </select></div>
      ${form.bidder
        ? html`<div class="field"><label for="hand-bid">What</label>
              <select id="hand-bid" @change=${(event) => change({ bid: event.target.value })}>
                <option value="">All its bids${form.services.length ? " for these services" : ""}</option>${bids.map((each) => html`<option value=${each.id} ?selected=${each.id === form.bid}>${bidName(case_, each)}</option>`)}
              </select></div>
            ${form.bid ? nothing : pickList({ id: "hand-services", label: "For these services only", hint: "For all of them where none is chosen.", rows: case_.services, chosen: form.services, onChange: (services) => change({ services }), redraw: draw })}`
        : nothing}`;
  };
  return asked({ title: "Leave bids out", yes: "Leave out", form, isWhole: () => form.bidder && form.reason.trim(), made, fields, placeholder: "Such as: the bidder has withdrawn.", signal });
}

/** @param {any} case_ @param {AbortSignal} signal @returns {Promise<any | null>} */
export async function pickForm(case_, signal) {
  const form = { buyer: "", lot: "", bid: "", reason: "", tried: false };
  const made = () => ({ id: freeId(`pick ${form.bid}`, case_.picks ?? []), bid: form.bid, reason: form.reason.trim() });
  const lots = lotsOf(case_);
  const fields = (change) => {
    const bids = case_.bids.filter((each) => each.lots.includes(form.lot));
    const own = lots.find((each) => each.id === form.lot)?.in_house;
    return html`<div class="field"><label for="hand-buyer">Buyer</label>
        <select id="hand-buyer" required @change=${(event) => change({ buyer: event.target.value, lot: "", bid: "" })}>
          <option value="">Choose…</option>${case_.buyers.map((each) => html`<option value=${each.id} ?selected=${each.id === form.buyer}>${each.name}</option>`)}
        </select></div>
      <div class="field"><label for="hand-lot">Service</label>
        <select id="hand-lot" required ?disabled=${!form.buyer} @change=${(event) => change({ lot: event.target.value, bid: "" })}>
          <option value="">Choose…</option>${lots.filter((each) => each.buyer === form.buyer).map((each) => html`<option value=${each.id} ?selected=${each.id === form.lot}>${lotName(case_, each.id).split(" · ").at(-1)}</option>`)}
        </select></div>
      <div class="field"><label for="hand-pick">Bid to accept</label>
        <select id="hand-pick" required ?disabled=${!form.lot} aria-invalid=${form.tried && !form.bid ? "true" : nothing} @change=${(event) => change({ bid: event.target.value })}>
          <option value="">Choose…</option>${bids.map((each) => html`<option value=${each.id} ?selected=${each.id === form.bid}>${bidName(case_, each)}</option>`)}${own ? html`<option value=${`in-house:${form.lot}`}>Its own staff</option>` : nothing}
        </select></div>`;
  };
  return asked({ title: "Accept a bid by hand", yes: "Accept it", form, isWhole: () => form.bid && form.reason.trim(), made, fields, placeholder: "Such as: the contract runs until 2015.", signal });
}

async function asked({ title, yes, form, isWhole, made, fields, placeholder, signal }) {
  const answer = await openDialog({
    title,
    signal,
    body: (close, draw) => {
      const change = (news) => {
        Object.assign(form, news);
        draw();
      };
      const submit = (event) => {
        event.preventDefault();
        if (isWhole()) return close(made());
        change({ tried: true });
        return event.target.querySelector("[aria-invalid=true]")?.focus();
      };
      const missing = form.tried && !form.reason.trim();
      return html`<form novalidate @submit=${submit}>
        ${fields(change, draw)}
        <div class="field"><label for="hand-reason">Reason</label><span class="hint" id="hand-reason-hint">${placeholder} It is printed with the award.</span>
          <textarea id="hand-reason" required aria-describedby="hand-reason-hint" aria-invalid=${missing ? "true" : nothing} @input=${(event) => Object.assign(form, { reason: event.target.value })}></textarea>
          ${missing ? html`<p class="error" role="alert">Give the reason: whoever reads the award has a right to it.</p>` : nothing}</div>
        ${form.tried && !isWhole() && !missing ? html`<p class="error bad" role="alert">Choose what is still open.</p>` : nothing}
        <p class="actions"><button class="button primary">${yes}</button><button type="button" class="button" @click=${() => close()}>Cancel</button></p>
      </form>`;
    },
  });
  forgetFilters("hand-");
  return answer;
}

function bidName(case_, bid) {
  const bidder = case_.bidders.find((each) => each.id === bid.bidder).name;
  const what = bid.lots.length === 1 ? lotName(case_, bid.lots[0]) : `package of ${bid.lots.length} lots`;
  return `${bidder}: ${what}, ${pounds(bid.price)} ${bid.price_basis === "head" ? "a head" : "a year"} (${bid.id})`;
}
