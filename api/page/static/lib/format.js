/** Figures as text: pounds with separators, shares, counts, days, how long. Money comes as text, such as "1234.56". */

const LANGUAGE = "en-GB";
const WHOLE = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 0 });
const DAY = new Intl.DateTimeFormat(LANGUAGE, { day: "numeric", month: "long", year: "numeric" });
const MOMENT = new Intl.DateTimeFormat(LANGUAGE, { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
const MINUS = "−";

/** £1,234,567.89, exactly as it came, however long. @param {string | number} value */
export function pounds(value) {
  const [, minus, whole, rest] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain(value)) ?? [];
  if (whole === undefined) return "–";
  const pence = rest && /[1-9]/.test(rest) ? `.${rest.slice(0, 2).padEnd(2, "0")}` : "";
  return `${minus ? MINUS : ""}£${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${pence}`;
}

/** £1.235m: four figures at most, for headlines and tables; the exact one should be at hand. @param {string | number} value */
export function shortPounds(value) {
  const amount = Number(value);
  if (!Number.isFinite(amount)) return "–";
  const size = Math.abs(amount);
  const sign = amount < 0 ? MINUS : "";
  if (size >= 999_950_000) return `${sign}£${figures(size / 1e9)}bn`;
  if (size >= 999_950) return `${sign}£${figures(size / 1e6)}m`;
  return `${sign}£${WHOLE.format(size)}`;
}

/** A change: +£1.2m, −£300, no change. @param {string | number} value */
export function changeInPounds(value) {
  const amount = Number(value);
  if (amount === 0) return "no change";
  return amount > 0 ? `+${shortPounds(amount)}` : shortPounds(amount);
}

/** 1,234. @param {number | string} value */
export const count = (value) => WHOLE.format(Number(value)).replace("-", MINUS);

/** 1,234.5, with up to so many decimals. @param {number | string} value @param {number} [decimals] */
export const number = (value, decimals = 1) =>
  new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: decimals }).format(Number(value)).replace("-", MINUS);

/** 72.4 points. @param {number | string} value */
export const points = (value) => `${number(value, 1)} points`;

/** 12.3 %, of a fraction. @param {number} fraction @param {number} [decimals] */
export const percent = (fraction, decimals = 1) => `${number(fraction * 100, decimals)} %`;

/** A gap: "proven", "0.02 %". @param {number | null | undefined} fraction */
export function gap(fraction) {
  if (fraction === null || fraction === undefined) return "not known yet";
  if (fraction === 0) return "none";
  return fraction < 0.0001 ? "below 0.01 %" : percent(fraction, 2);
}

/** "3 lots", "1 lot". @param {number} many @param {string} one @param {string} [several] */
export const counted = (many, one, several = `${one}s`) => `${count(many)} ${many === 1 ? one : several}`;

/** 1 April 2013. @param {string} text */
export const day = (text) => DAY.format(new Date(text.length === 10 ? `${text}T00:00:00` : text));

/** 1 Apr 2013, 14:05. @param {string} text */
export const moment = (text) => MOMENT.format(new Date(text));

/** 4 s, 2 min 5 s. @param {number} seconds */
export function duration(seconds) {
  if (seconds < 10) return `${number(seconds, 1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return whole < 3600 ? `${Math.floor(whole / 60)} min ${whole % 60} s` : `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** "a, b and c". @param {string[]} words */
export const listed = (words) => new Intl.ListFormat(LANGUAGE, { type: "conjunction" }).format(words);

/** The kinds of bidder, in words. */
export const KINDS = {
  nhs_csu: "NHS support unit",
  private: "private firm",
  voluntary: "voluntary body",
  local_authority: "local authority",
  in_house: "buyer's own staff",
  partnership: "partnership",
};

function plain(value) {
  return typeof value === "number" ? value.toFixed(2) : String(value ?? "");
}

function figures(value) {
  return value >= 100 ? value.toFixed(1) : value.toFixed(value >= 10 ? 2 : 3);
}
