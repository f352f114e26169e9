// The calls this page makes, in the words of the server's protocol (imhtrainer/room/protocol.py).

import { writeAnswer } from "./model.js";

const PATIENCE = 8000;
const FINAL = [400, 404, 409];

export class Api {
	constructor(token) {
		this.token = token;
	}

	/** A seat: a new one with the room's `code`, or the one of a seat code. */
	takeSeat(wish) {
		return this.call("POST", "/api/seat", wish);
	}

	giveName(wish) {
		return this.call("POST", "/api/name", wish);
	}

	async people(text) {
		return (await this.call("GET", `/api/people?q=${encodeURIComponent(text)}`)).people;
	}

	state() {
		return this.call("GET", "/api/state");
	}

	/** `Saved` once it is on disk, the refusal when it never will be; anything else rejects, to be tried again. */
	async answer({ checkpoint, round, answer, key, tap }) {
		try {
			return await this.call("POST", "/api/answers", { checkpoint, round, key, tap, ...writeAnswer(answer) });
		} catch (error) {
			if (FINAL.includes(error.status)) return error;
			throw error;
		}
	}

	openSocket(path = "/ws") {
		const scheme = location.protocol === "https:" ? "wss" : "ws";
		const socket = new WebSocket(`${scheme}://${location.host}${path}`);
		const token = this.token();
		socket.onopen = () => socket.send(JSON.stringify({ token }));
		return socket;
	}

	async call(method, path, body) {
		const stop = new AbortController();
		const timer = setTimeout(() => stop.abort(), PATIENCE);
		try {
			const headers = { Authorization: `Bearer ${this.token()}` };
			if (body) headers["Content-Type"] = "application/json";
			const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body), cache: "no-store", signal: stop.signal });
			const said = await answer.json();
			if (!answer.ok) throw Object.assign(new Error(said.error), said, { status: answer.status });
			return said;
		} finally {
			clearTimeout(timer);
		}
	}
}
