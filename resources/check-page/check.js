"use strict";
// Reads a certificate's seal (IMH1: + base45 of CBOR), checks its Ed25519 signature and shows its facts.
// Nothing leaves this page: there is no network in it, and it needs none.

const PREFIX = "IMH1:";
const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
const FORMAT = 1;
const FACTS = ["year", "number", "revision", "name", "license", "training", "trainingNumber", "heldOn",
  "times", "place", "delivery", "minutes", "hours", "ceu", "facilitator", "signatory", "organisation",
  "provider", "rehearsal"];
const NUMBERS = new Set(["year", "number", "heldOn", "minutes", "hours", "ceu"]);

class CutShort extends Error {}
class Altered extends Error {}

const utf8 = new TextEncoder();
const fromHex = (text) => Uint8Array.from(text.match(/../g) || [], (pair) => parseInt(pair, 16));
const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const same = (one, other) => toHex(one) === toHex(other);
const join = (one, other) => { const both = new Uint8Array(one.length + other.length);
  both.set(one); both.set(other, one.length); return both; };
const grouped = (id) => toHex(id).match(/.{4}/g).join(" ");

/** Bytes of base45 letters (RFC 9285); a half group at the end of a text cut short is left out. */
function base45(text) {
  const bytes = [];
  for (let i = 0; i + 1 < text.length; i += 3) {
    const part = Array.from(text.slice(i, i + 3), (letter) => LETTERS.indexOf(letter));
    if (part.includes(-1)) throw new Altered();
    const value = part[0] + part[1] * 45 + (part[2] || 0) * 2025;
    if (part.length === 3) {
      if (value > 65535) throw new Altered();
      bytes.push(value >> 8, value & 255);
    } else if (value < 256) bytes.push(value);
  }
  return Uint8Array.from(bytes);
}

/** A CBOR value (RFC 8949) of the few kinds a seal holds. */
function cbor(bytes) {
  let at = 0;
  const take = (count) => {
    if (at + count > bytes.length) throw new CutShort();
    at += count;
    return bytes.subarray(at - count, at);
  };
  const value = () => {
    const [head] = take(1);
    const kind = head >> 5, small = head & 31;
    if (kind === 7) {
      if (small === 20 || small === 21) return small === 21;
      throw new Altered();
    }
    if (small > 26) throw new Altered();
    const size = small < 24 ? small : take(1 << (small - 24)).reduce((sum, byte) => sum * 256 + byte, 0);
    switch (kind) {
      case 0: return size;
      case 2: return take(size).slice();
      case 3:
        try { return new TextDecoder("utf-8", { fatal: true }).decode(take(size)); }
        catch (error) { throw error instanceof CutShort ? error : new Altered(); }
      case 4: return Array.from({ length: size }, value);
      default: throw new Altered();
    }
  };
  const whole = value();
  return whole;
}

/** Luhn's digit over year and running number (ISO/IEC 7812-1). */
function checkDigit(digits) {
  const sum = Array.from(digits).reverse().reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

function serialOf(facts) {
  const year = String(facts.year).padStart(4, "0"), number = String(facts.number).padStart(6, "0");
  return `IMH-${year}-${number}-${checkDigit(year + number)}`;
}

function unpack(packed) {
  const list = cbor(packed);
  if (!Array.isArray(list) || list.length !== FACTS.length + 2 || list[0] !== FORMAT) throw new Altered();
  if (!(list[1] instanceof Uint8Array)) throw new Altered();
  const facts = {};
  FACTS.forEach((name, index) => {
    const kind = NUMBERS.has(name) ? "number" : name === "rehearsal" ? "boolean" : "string";
    if (typeof list[index + 2] !== kind) throw new Altered();
    facts[name] = list[index + 2];
  });
  return [list[1], facts];
}

/** What a seal is worth: a verdict, a sentence, and facts to compare (proven only when valid). */
function checkSeal(text, issuers, withdrawn) {
  const plain = text.replace(/[\r\n\t]/g, "").trim();
  if (!plain.startsWith(PREFIX)) return { verdict: "no seal", said: "This is no seal of a certificate. It begins with “IMH1:”." };
  let packed, signature, key, facts;
  try {
    const parts = cbor(base45(plain.slice(PREFIX.length)));
    if (!Array.isArray(parts) || parts.length !== 2 || !parts.every((part) => part instanceof Uint8Array)) throw new Altered();
    [packed, signature] = parts;
    [key, facts] = unpack(packed);
  } catch (error) {
    if (error instanceof CutShort) return { verdict: "cut short", said: "The end of the seal is missing. Scan or copy all of it." };
    if (error instanceof Altered) return altered();
    throw error;
  }
  const issuer = issuers.find((known) => same(nacl.hash256(known).slice(0, 8), key));
  if (!issuer) return { verdict: "unknown issuer", said: "The issuer of this seal is not known to this page, so it proves nothing yet.", facts, issuer: grouped(key) };
  const signed = join(utf8.encode("IMH Trainer certificate\0"), packed);
  if (signature.length !== 64 || !nacl.sign.detached.verify(signed, signature, issuer)) return altered();
  const answer = { facts, issuer: grouped(key) };
  const notice = withdrawn[serialOf(facts)];
  if (notice && notice.revoked) return { ...answer, verdict: "revoked", said: `Revoked by its issuer on ${longDate(notice.on)}. It counts no more.` };
  if (notice && older(facts.revision, notice.revision)) return { ...answer, verdict: "superseded", said: `Replaced by revision ${notice.revision} on ${longDate(notice.on)}. Ask for the new one.` };
  return { ...answer, verdict: "valid", said: "The issuer signed these facts. Compare them with the paper." };
}

const altered = () => ({ verdict: "altered", said: "This seal was altered: its facts are not what the issuer signed." });
const older = (one, other) => one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);

/** A signed list of withdrawn certificates; null where no known issuer signed it. */
function readList(text, issuers) {
  try {
    const whole = JSON.parse(text);
    const issuer = fromHex(whole.issuer);
    if (!issuers.some((known) => same(known, issuer))) return null;
    const signed = utf8.encode("IMH Trainer withdrawals\0" + whole.list);
    if (!nacl.sign.detached.verify(signed, fromHex(whole.signature), issuer)) return null;
    const said = JSON.parse(whole.list);
    const notices = {};
    for (const [serial, revision, revoked, on] of said.withdrawn) notices[serial] = { revision, revoked, on };
    return { made: said.made, notices };
  } catch { return null; }
}

function longDate(day) {
  const [year, month, date] = day.slice(0, 10).split("-").map(Number);
  const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
  return `${months[month - 1]} ${date}, ${year}`;
}

/** The facts in words, as they stand on the paper. */
function words(facts) {
  const day = String(facts.heldOn);
  const hours = facts.hours / 100;
  const rows = [
    ["Serial", serialOf(facts) + (facts.revision > "A" ? `, revision ${facts.revision}` : "")],
    ["Name", facts.name],
    ["License", facts.license],
    ["Training", facts.training],
    ["Training number", facts.trainingNumber],
    ["Date", longDate(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`)],
    ["Time", facts.times],
    ["Place", facts.place],
    ["Delivery", facts.delivery || "in-person"],
    ["Hours", `${hours} ${hours === 1 ? "hour" : "hours"} (${facts.minutes} ${facts.minutes === 1 ? "minute" : "minutes"} of instruction)`],
    ["CEU", facts.ceu ? (facts.ceu / 10).toFixed(1) : ""],
    ["Facilitator", facts.facilitator],
    ["Signatory", facts.signatory],
    ["Organization", facts.organisation],
    ["Provider", facts.provider],
    ["Rehearsal", facts.rehearsal ? "Made up in a rehearsal; no certificate" : ""],
  ];
  return rows.filter(([, value]) => value);
}

/** SHA-256 (FIPS 180-4), for the eight bytes that name a key: the library has SHA-512 only. */
nacl.hash256 = function (message) {
  const root = (n, power) => { const x = n ** (1 / power); return ((x - Math.floor(x)) * 4294967296) | 0; };
  const primes = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime)) primes.push(n);
  const k = primes.map((prime) => root(prime, 3));
  const h = primes.slice(0, 8).map((prime) => root(prime, 2));
  const blocks = new Uint8Array(((message.length + 72) >> 6) << 6);
  blocks.set(message);
  blocks[message.length] = 128;
  new DataView(blocks.buffer).setUint32(blocks.length - 4, message.length * 8);
  const turn = (x, n) => (x >>> n) | (x << (32 - n));
  for (let start = 0; start < blocks.length; start += 64) {
    const w = Array.from({ length: 16 }, (_, i) => new DataView(blocks.buffer).getUint32(start + 4 * i) | 0);
    for (let i = 16; i < 64; i++) {
      const a = w[i - 15], b = w[i - 2];
      w[i] = (w[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + w[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10))) | 0;
    }
    let s = h.slice();
    for (let i = 0; i < 64; i++) {
      const one = (s[7] + (turn(s[4], 6) ^ turn(s[4], 11) ^ turn(s[4], 25)) + ((s[4] & s[5]) ^ (~s[4] & s[6])) + k[i] + w[i]) | 0;
      const two = ((turn(s[0], 2) ^ turn(s[0], 13) ^ turn(s[0], 22)) + ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]))) | 0;
      s = [(one + two) | 0, s[0], s[1], s[2], (s[3] + one) | 0, s[4], s[5], s[6]];
    }
    s.forEach((value, i) => { h[i] = (h[i] + value) | 0; });
  }
  const out = new DataView(new ArrayBuffer(32));
  h.forEach((value, i) => out.setInt32(4 * i, value));
  return new Uint8Array(out.buffer);
};
