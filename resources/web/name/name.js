// The own name as it will be printed: looked at, found right, or corrected. Loaded once the phone is somebody's.

import { h } from "../dom.js";
import { heading, wide } from "../frame.js";
import { form, LONGEST_NAME } from "../join.js";

const WORDS = {
	mine: "Name on your certificate",
	right: "Yes, print it like this",
	said: "You have confirmed the spelling.",
	check: "Correct the spelling",
	hint: "Capitals and accents, as they shall be printed. For other changes, ask the facilitator.",
	send: "Save my name",
};

export class Part {
	constructor(app) {
		this.app = app;
	}

	/** How the name will be printed, the word that it is right, and the way to correct it. */
	note() {
		const { app } = this;
		const { name, spelled } = app.model;
		return h("div.note.field", { key: "name" },
			h("p", `${WORDS.mine}: `, h("b", { dir: "auto" }, name)),
			app.ui.problem && h("p.problem", { role: "alert" }, app.say(app.ui.problem)),
			spelled ? h("p.hint", WORDS.said) : wide(WORDS.right, () => this.confirm()),
			wide(WORDS.check, () => app.set({ spelling: true, problem: "" }), { class: "quiet" }));
	}

	async confirm() {
		const { app } = this;
		await app.giveName({ name: app.model.name, spelling: true });
		if (app.model.spelled) app.teller.say(WORDS.said);
	}

	/** The spelling of the own name, for the certificate. */
	view() {
		const { app } = this;
		const field = { id: "name", label: WORDS.mine, autocomplete: "name", maxlength: LONGEST_NAME, value: app.model.name };
		return [
			heading(WORDS.check),
			h("p", WORDS.hint),
			form(app, [field], WORDS.send, ({ name }) => app.giveName({ name, spelling: true })),
			wide(app.say("back"), () => app.set({ spelling: false, problem: "" })),
		];
	}
}
