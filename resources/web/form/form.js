// The evaluation: the form as on paper, without a name. What is written stays on this phone until it is handed in.

import { h } from "../dom.js";
import { heading, wide } from "../frame.js";
import { randomKey } from "../keep.js";
import { sending, tick } from "../signs.js";

const STEPS = [1, 2, 3, 4, 5];
const LONGEST = 1000;
const PAUSE = 3000;
const WORDS = {
	form_title: "How was it for you?",
	form_hint: "No name goes with it: nobody sees whose form this is. 1 is not at all, 5 is fully. Leave out what you would rather not answer.",
	form_mark: "{number} of 5",
	form_send: "Hand it in",
	form_again: "Hand in the changes",
	form_empty: "Tap a number or write something first.",
	form_sending: "Handing it in …",
	form_trying: "Not handed in yet, trying",
	form_trying_hint: "It is safe on this phone. It goes out as soon as the room can be reached.",
	form_done: "Handed in. Thank you!",
	form_done_hint: "You can change it until the facilitator closes the evaluation.",
	form_change: "Change my answers",
	form_closed: "The evaluation is closed",
	form_closed_changes: "What you handed in first counts. Your changes came too late.",
	form_closed_hint: "Yours was not handed in. Tell the facilitator if you still want to.",
	form_fine: "All right",
};

/** Asks what the form asks, keeps what is written, and hands it in once the room can be reached. */
export class Part {
	constructor(app) {
		Object.assign(this, { app, asked: null, state: "", problem: "", timer: 0, draft: app.keep.read("form") });
		this.sit();
		this.ask();
	}

	say(name, values) {
		return this.app.say(`form_${name}`, values, WORDS);
	}

	/** What is written belongs to a seat; another seat on this phone begins anew. */
	sit() {
		const { seat, evaluation } = this.app.model;
		if (this.draft?.seat !== seat) this.draft = { seat, key: randomKey(), ratings: [], comments: [], sent: evaluation === "handed_in" };
		if (this.state === "") this.state = this.draft.sent ? "done" : "writing";
	}

	async ask() {
		try {
			this.asked = await this.app.guard(() => this.app.api.call("GET", "/api/form"));
			this.app.draw();
		} catch {
			setTimeout(() => this.ask(), PAUSE);
		}
	}

	/** The name of this screen, empty where something else is to be seen: a question comes first. */
	get screen() {
		const { evaluation, items, seat } = this.app.model;
		if (!seat) return "";
		this.sit();
		if (evaluation === "off") return this.begun && !this.draft.sent ? "form closed" : "";
		return items.some(({ state }) => state === "open") ? "" : `form ${this.state === "done" ? "done" : "open"}`;
	}

	/** Whether anything is written. */
	get begun() {
		return this.draft.ratings.some(Boolean) || this.draft.comments.some((text) => text?.trim());
	}

	/** Takes a change of what is written; `sent` is whether the laptop has it as it stands. */
	keep(change, sent = false) {
		change(this.draft);
		this.draft.sent = sent;
		this.problem = "";
		this.app.keep.write("form", this.draft);
		this.app.draw();
	}

	async send() {
		clearTimeout(this.timer);
		if (!this.begun) return this.tell("writing", this.say("empty"));
		if (this.state === "sending") return;
		this.tell("sending");
		const before = JSON.stringify(this.draft);
		try {
			await this.app.guard(() => this.app.api.call("POST", "/api/form", this.form()));
			const whole = before === JSON.stringify(this.draft);
			this.state = whole ? "done" : "writing";
			this.keep((draft) => (draft.once = true), whole);
			this.app.teller.say(this.say("done"));
		} catch (error) {
			const final = [400, 403, 409, 413].includes(error.status);
			this.tell(final ? "writing" : "trying", final ? error.message : "");
			if (!final) this.timer = setTimeout(() => this.app.seat && this.send(), PAUSE);
		}
	}

	form() {
		const { key, ratings, comments } = this.draft;
		const all = (asked, given, empty) => asked.map((_, at) => given[at] || empty);
		return { key, ratings: all(this.asked.items, ratings, 0), comments: all(this.asked.questions, comments, "") };
	}

	tell(state, problem = "") {
		Object.assign(this, { state, problem });
		this.app.draw();
	}

	view() {
		const { screen, asked, draft, app } = this;
		if (screen === "form closed") return [heading(this.say("closed")), h("p", this.say(draft.once ? "closed_changes" : "closed_hint")), wide(this.say("fine"), () => this.keep(() => {}, true))];
		if (!asked) return heading(app.say("opening"));
		if (screen === "form done") return [heading(this.say("done")), this.card(tick(), "saved", this.say("done_hint")), wide(this.say("change"), () => this.tell("writing"))];
		return [
			heading(this.say("title")),
			h("p.hint", this.say("hint")),
			asked.items.map((text, at) => this.item(text, at)),
			asked.questions.map((text, at) => this.question(text, at)),
			this.problem && h("p.problem", { role: "alert", key: "problem" }, this.problem),
			this.state === "trying" && this.card(sending(), "trying", this.say("trying"), this.say("trying_hint")),
			wide(this.say(this.state === "sending" ? "sending" : app.model.evaluation === "handed_in" ? "again" : "send"), () => this.send(), { class: "main", key: "send" }),
			h("p.foot", app.say("wait_keep")),
		];
	}

	item(text, at) {
		const mine = this.draft.ratings[at] || 0;
		const button = (number) => {
			const chosen = number === mine;
			const props = { key: number, class: chosen ? "chosen" : "", "aria-pressed": String(chosen), "aria-label": this.say("mark", { number }) };
			return h("button.step", { ...props, onclick: () => this.keep(({ ratings }) => (ratings[at] = chosen ? 0 : number)) }, number);
		};
		return h("div.field", { key: `item-${at}`, role: "group", "aria-labelledby": `item-${at}` },
			h("p.kind", { id: `item-${at}`, ...this.app.deck }, text),
			h("div.scale", STEPS.map(button)));
	}

	question(text, at) {
		const id = `question-${at}`;
		const oninput = ({ target }) => this.keep(({ comments }) => (comments[at] = target.value));
		return h("div.field", { key: id }, h("label", { for: id }, text), h("textarea", { id, rows: "3", maxlength: LONGEST, dir: "auto", value: this.draft.comments[at] || "", oninput }));
	}

	card(drawing, kind, title, text) {
		return h("div", { class: `card ${kind}`, key: "card" }, h("span.disc", drawing), h("p.title", title), text && h("p", text));
	}
}
