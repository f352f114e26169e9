// The console's calls, in the words of the server's protocol (imhtrainer/room/co/protocol.py).

import { Api } from "../api.js";

const TRIES = 3;
const PAUSE = 600;

export class CoApi extends Api {
	join(wish) {
		return this.call("POST", "/co/api/join", wish);
	}

	state() {
		return this.call("GET", "/co/api/state");
	}

	notes(slide) {
		return this.call("GET", `/co/api/slide?at=${slide}`);
	}

	/** A slide's picture, and the key of what it shows by now. */
	async picture({ slide, step }) {
		const answer = await fetch(`/co/api/picture?slide=${slide}&step=${step}`, { headers: { Authorization: `Bearer ${this.token()}` }, cache: "no-store" });
		if (!answer.ok) throw new Error(answer.statusText);
		return { key: answer.headers.get("ETag").replace(/"/g, ""), blob: await answer.blob() };
	}

	outline() {
		return this.call("GET", "/co/api/outline");
	}

	people(text) {
		return this.call("GET", `/co/api/people?q=${encodeURIComponent(text)}`);
	}

	openSocket() {
		return super.openSocket("/co/ws");
	}

	/** One press: sent again with the same key when the air swallows it, so that it is done once or not at all. */
	async press(wish) {
		for (let tries = 1; ; tries += 1) {
			try {
				return await this.call("POST", "/co/api/do", wish);
			} catch (error) {
				if (error.status || tries === TRIES) throw error;
			}
			await new Promise((go) => setTimeout(go, PAUSE));
		}
	}
}
