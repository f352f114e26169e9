// What a screen reader hears and where the keyboard goes: seldom, and only what has changed for the person.

const SAID = { trying: "not_sent", refused: "missed", closed: "closed", revealed: "the_answer" };

export class Teller {
	constructor(root, said) {
		this.root = root;
		this.said = said;
		this.screen = "";
		this.last = "";
	}

	/** Draws; a new view takes the keyboard and goes to the top, and so does its place when it was lost. */
	watch(drawing, { id }) {
		const held = this.root.contains(document.activeElement);
		drawing();
		const moved = this.screen !== "" && this.screen !== id;
		const lost = held && !this.root.contains(document.activeElement);
		this.screen = id;
		if (moved) window.scrollTo(0, 0);
		if (moved || lost) this.root.querySelector("h1")?.focus({ preventScroll: true });
	}

	/** Says once that an answer is saved, is not sent, came too late; or that the question closed. */
	tellStatus(app, item) {
		const { answer, status } = app.answerTo(item);
		const news = item.state === "open" ? status : item.state;
		const question = `${item.checkpoint}/${item.round}`;
		const now = `${question}/${news}/${item.kind === "words" ? "" : JSON.stringify(answer)}`;
		const known = this.last.startsWith(question);
		if (now === this.last || (known && (news === "saving" || news === "none"))) return;
		this.last = now;
		if (known) this.say(app.say(SAID[news] || (answer?.skipped ? "skipped" : "saved")));
	}

	say(text) {
		this.said.textContent = "";
		setTimeout(() => {
			this.said.textContent = text;
		}, 60);
	}
}
