/** Why a lot goes to whom it goes to, why not to another, and at what price that would change. */

import { number, pounds } from "../../lib/format.js";
import { money, quality } from "../../lib/figure.js";
import { html, nothing } from "../../lib/html.js";
import { chip } from "../award/legend.js";
import { Asking } from "./asking.js";
import { hands } from "./hands.js";
import { explainOf, withoutOf } from "./questions.js";
import { threshold } from "./threshold.js";

const LARGE = "Each losing bid is searched for the price at which it would win. A case of this size takes about a minute, and gives intervals.";
const SMALL = "Each losing bid is searched for the price and the quality at which it would win, and what bars it.";

/** The story of lots of an award: asked once for all of them. */
export class LotStory {
  /**
   * @param {import("../award/facts.js").Facts} facts
   * @param {object} run  That of the award.
   * @param {import("../../lib/router.js").Context} ctx
   * @param {() => void} draw
   */
  constructor(facts, run, ctx, draw) {
    this.facts = facts;
    this.explain = new Asking(explainOf(run), ctx, draw);
    /** What the best award would be without a winner, by bid. @type {Map<string, Asking>} */
    this.without = new Map();
    this.askWithout = (bid) => {
      const asking = new Asking(withoutOf(run, bid), ctx, draw);
      this.without.set(bid, asking);
      // An answer that there is already serves; else it is asked at once.
      asking.look().then(() => asking.state === "idle" && asking.start());
    };
    this.explain.look();
  }

  /** All there is to tell of a lot. @param {string} lot */
  of(lot) {
    const row = this.facts.rowOfLot.get(lot);
    return html`${this.winner(row)} ${this.losers(lot, row)}`;
  }

  winner(row) {
    const { facts } = this;
    const told = this.explain.answer?.winning.find((each) => each.bid === row.bid);
    const bid = facts.bids.get(row.bid);
    const stated = facts.lots.get(row.lot);
    const stays = stated.incumbent === row.bidder;
    return html`
      <p class="winner">${chip(facts.legend.of(row))} <strong>${facts.bidder(row.bidder)}</strong>
        ${stated.incumbent === undefined ? nothing : html`<span class="quiet">${stays ? "provides it today" : `takes over from ${facts.bidder(stated.incumbent)}`}</span>`}
        ${bid !== undefined && bid.lots.length > 1 ? html`<span class="badge">package of ${bid.lots.length} lots</span>` : nothing}
      </p>
      <dl class="stats">
        <div class="stat"><dt>Cost</dt><dd>${money(row.cost, { focusable: true })}</dd></div>
        <div class="stat"><dt>Quality</dt><dd>${quality(row.quality)}</dd></div>
        <div class="stat"><dt>Liability</dt><dd>${money(row.liability, { focusable: true })}</dd></div>
      </dl>
      ${told === undefined ? nothing : html`<h3>Why this one</h3><p>${told.sentence}</p>${this.next(row.bid, told)}`}`;
  }

  /** The next best award without the winner: known, asked for, or to be asked for. */
  next(bid, told) {
    const found = told.without ?? this.without.get(bid)?.answer?.bids[0];
    if (found) {
      return html`<h4>Had it not bid</h4><p>${found.sentence}</p>${hands(this.facts, [...found.handovers, ...found.others])}`;
    }
    const asking = this.without.get(bid);
    if (asking !== undefined) {
      return asking.panel({ button: "Try again", title: "Looking for the best award without it" });
    }
    return html`<p class="actions"><button type="button" class="button small" @click=${() => this.askWithout(bid)}>What if it had not bid?</button></p>`;
  }

  losers(lot, row) {
    const { facts } = this;
    const known = this.explain.answer?.losing.filter((each) => each.lots.includes(lot)).map((each) => ({ ...each, id: each.bid }));
    const bids = known ?? facts.bidsFor(lot).filter((bid) => bid.id !== row.bid);
    if (bids.length === 0) {
      return html`<h3>Why not another</h3><p>Nobody else has bid for this lot.</p>`;
    }
    const told = new Map((this.explain.answer?.losing ?? []).map((each) => [each.bid, each]));
    return html`
      <h3>Why not another</h3>
      ${this.explain.state === "answered" ? nothing : this.explain.panel({ button: "Explain every bid", why: facts.isLarge ? LARGE : SMALL, title: "Working out why bids have lost" })}
      ${this.explain.more()}
      <ul class="losers">
        ${bids.map((bid) => html`<li>${this.loser(bid, lot, told.get(bid.id))}</li>`)}
      </ul>`;
  }

  loser(bid, lot, told) {
    const beside = told?.beside.find((each) => each.lot === lot);
    const basis = (bid.price_basis ?? "year") === "head" ? "a head" : "a year";
    const per = (value) => `${pounds(value)} ${basis}`;
    return html`
      <p class="loser-head"><strong>${this.facts.bidder(bid.bidder)}</strong>
        <span class="quiet">${bid.price === null ? "" : per(bid.price)}${bid.lots.length > 1 ? ` for a package of ${bid.lots.length} lots` : ""}</span>
        ${told?.disqualified.length ? html`<span class="badge bad">may not be accepted</span>` : nothing}
      </p>
      ${told === undefined
        ? nothing
        : html`<p>${told.sentence}</p>
            ${told.bars.length === 0 ? nothing : html`<ul>${told.bars.map((bar) => html`<li>${bar.sentence}</li>`)}</ul>`}
            <dl class="facts">
              ${told.winning_price === null ? nothing : fact("Wins at", threshold(told.winning_price, per))}
              ${told.winning_quality === null ? nothing : fact("Or with", threshold(told.winning_quality, (value) => `${number(value, 3)} more points`))}
              ${beside === undefined
                ? nothing
                : [
                    fact("Quality", html`${number(beside.quality, 1)} <span class="difference">winner ${number(beside.winner_quality, 1)}</span>`),
                    fact("Cost", html`${money(beside.cost)} <span class="difference">winner ${money(beside.winner_cost)}</span>`),
                    fact("Liability", html`${money(beside.liability)} <span class="difference">winner ${money(beside.winner_liability)}</span>`),
                  ]}
            </dl>`}`;
  }
}

function fact(name, value) {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
