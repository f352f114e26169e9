// Answers on their way. Each stays here, and in the phone's memory, until the server said "saved" or refused it.

import { randomKey } from "./keep.js";

const PAUSES = [1000, 2000, 4000, 8000, 12000];
const idOf = ({ checkpoint, round }) => `${checkpoint}/${round}`;

/** `send(entry)` resolves to what the server said, `saved` or not, and rejects when it is to be tried again. */
export class Outbox {
	constructor(keep, send, changed) {
		Object.assign(this, { keep, send, changed, settled: {}, failures: 0, busy: false, timer: 0 });
		this.reload();
	}

	/** Takes an answer; a newer one to the same question and round replaces it. Does not send yet. */
	put(item, answer) {
		const id = idOf(item);
		this.reload();
		this.taps[id] = Math.max(item.tap, this.taps[id] || 0) + 1;
		this.entries[id] = { checkpoint: item.checkpoint, round: item.round, answer, key: randomKey(), tap: this.taps[id] };
		delete this.settled[id];
		this.store();
	}

	/** `{answer, status, at}` of a question: saving, trying, saved or refused; else nothing. */
	look(item) {
		const entry = this.entries[idOf(item)];
		if (entry) return { answer: entry.answer, status: this.failures ? "trying" : "saving" };
		return this.settled[idOf(item)];
	}

	/** Forgets what the snapshot has caught up with, so that another phone's later answer shows here too. */
	settle(item) {
		if (this.settled[idOf(item)]?.at <= item.savedAt) delete this.settled[idOf(item)];
	}

	/** Another tab may have added or sent something. */
	reload() {
		this.entries = this.keep.read("outbox") || {};
		this.taps = this.keep.read("taps") || {};
	}

	clear() {
		Object.assign(this, { entries: {}, taps: {}, settled: {} });
		this.store();
	}

	/** Tries at once whatever is waiting: after a tap, on waking, when the network is back. */
	async flush() {
		clearTimeout(this.timer);
		if (this.busy) return;
		this.busy = true;
		try {
			for (let id = this.next(); id; id = this.next()) await this.attempt(id);
		} catch {
			this.failures += 1;
			const pause = PAUSES[Math.min(this.failures, PAUSES.length) - 1];
			this.timer = setTimeout(() => this.flush(), pause * (0.75 + Math.random() / 2));
		} finally {
			this.busy = false;
			this.changed();
		}
	}

	next() {
		this.reload();
		return Object.keys(this.entries)[0];
	}

	async attempt(id) {
		const entry = this.entries[id];
		const result = await this.send(entry);
		this.failures = 0;
		this.reload();
		if (this.entries[id]?.key !== entry.key) return;
		delete this.entries[id];
		this.taps[id] = Math.max(result.tap || 0, this.taps[id] || 0);
		const overtaken = result.tap > entry.tap; // the snapshot tells what counts
		if (!overtaken) this.settled[id] = result.saved ? { answer: entry.answer, status: "saved", at: result.mine.at } : { status: "refused" };
		this.store();
	}

	store() {
		this.keep.write("outbox", this.entries);
		this.keep.write("taps", this.taps);
		this.changed();
	}
}
