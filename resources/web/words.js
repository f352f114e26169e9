// Every sentence of the page; words/ has other languages under the same names. {braces} stay as they are.

const ENGLISH = {
	connected: "Connected, room {room}",
	connected_alone: "Connected",
	trying: "Trying again …",
	opening: "One moment …",

	page: "Answer by phone",
	join_title: "Welcome",
	join_hello: "No account, no app. Answers stay in this room.",
	join_code: "Room code",
	join_code_hint: "It is on the big screen.",
	join_code_wrong: "That is not the code of this room. Please look up once more.",
	next: "Next",
	join_who: "Who are you?",
	join_why: "Your name signs you in and goes on your certificate. It is never shown with answers.",
	join_pick: "Tap your name",
	join_type: "Your first and last name",
	join_join: "Join with this name",
	join_anonymous: "Join without a name",
	join_anonymous_hint: "You can answer every question. For a certificate, please sign in on paper.",
	join_have_seat: "I have a seat code",
	join_seat: "Your seat code",
	join_seat_hint: "It is on your other phone, under “Your seat”.",
	join_seat_wrong: "No seat has that code. Please check it.",
	join_seat_use: "Go on with this seat",
	back: "Back",
	join_busy: "Many phones are joining. Please try again in a moment.",
	join_unreachable: "The room does not answer. Are you on its Wi‑Fi?",
	join_full: "This room takes no phones now. Please raise your hand. It counts just the same.",
	name_refused: "Only the facilitator can put this name in.",
	lost_title: "This phone has no seat here",
	lost_text: "Your seat {seat} is on another phone now, or this is another session.",
	lost_again: "Go on with seat {seat} here",
	lost_new: "Join anew",

	wait_title: "You are in",
	wait_title_named: "Welcome, {name}",
	wait_text: "Look up at the big screen. Questions come here by themselves.",
	wait_pause: "A short break",
	wait_pause_text: "It goes on here by itself.",
	wait_walk_in: "The facilitator will confirm your name. You can answer already.",
	wait_keep: "You may lock your phone between questions. Nothing is lost.",
	moved: "Are you on the room’s Wi‑Fi? If the screen shows a new address, open it and use your seat code {seat}.",
	path: "The five points",
	path_done: "done",
	path_now: "now",
	path_later: "later",

	label_pre: "Before we start · Question {number} of {of}",
	label_check: "Checkpoint {number} of {of}",
	label_post: "To finish · Question {number} of {of}",
	opinion: "What people think",
	question_of: "Question {number} of {of}",
	second_vote: "Second vote",
	second_vote_hint: "Talk it over, then choose again. Keeping yours is fine.",
	several: "More than one may fit. Tap all that do.",
	your_answer: "Your answer",
	skip: "Skip this question",
	rather_not: "I’d rather not say",
	keep_open: "Keep this page open. Look up for the answer.",

	saving: "Saving …",
	saved_at: "Saved at {time}",
	saved: "Saved",
	saved_change: "You can change it until the question closes.",
	skipped: "Skipped. That is fine.",
	skipped_change: "You can still answer until the question closes.",
	not_sent: "Not sent yet, trying",
	not_sent_hint: "Your answer is safe on this phone. It goes out as soon as the room can be reached.",
	missed: "The question closed first",
	missed_hint: "Your last tap came after it had closed, so it is not counted.",
	again: "That did not get through",
	again_hint: "Please tap your answer once more.",
	not_yet: "Tap an answer. That is all.",
	not_yet_rating: "Tap a number. That is all.",
	not_yet_words: "It is saved while you write.",
	not_yet_order: "Use the arrows. Each move is saved.",

	rating_end: "{letter} = {text}",
	rating_name: "{number} of 5",
	order_up: "Move up: {text}",
	order_down: "Move down: {text}",
	order_moved: "{text}: now {place} of {of}",
	order_as_is: "It is right as it stands",
	words_label: "One to three words, with commas between",
	words_hint: "The facilitator reads it before the room sees it. Your name is not shown.",

	closed: "This question is closed",
	closed_saved: "Your answer is saved. Look up for the answer.",
	closed_none: "You did not answer this one. That is fine. Look up for the answer.",
	closed_opinion: "Thank you. Look up at the big screen.",
	right_answer: "Right answer",
	the_answer_is: "The answer: {letters}",
	the_answer: "The answer",
	the_room: "What the room says",
	count_of: "{count} of {total}",
	kind_right: "You saw it, too.",
	kind_other: "A good one to think about. Here is why:",
	kind_skipped: "Here is why:",
	right_order: "The right order",
	your_words: "You wrote",

	sitting_hint: "No grade, no hurry. A guess is fine.",
	sitting_done: "That is all. Thank you.",
	sitting_done_hint: "You can go back and change answers until the facilitator closes.",
	sitting_open: "Still open: {numbers}. You can leave them open.",
	sitting_look: "Look at my answers again",
	sitting_progress: "{done} of {of} answered",

	seat_title: "Your seat",
	seat_hint: "New phone, or a new address on the big screen? Open it there and enter this seat code.",
	seat_add_name: "Add my name",
	aloud: "Read the big screen to me",
	seat_leave: "This is not me",
	seat_leave_sure: "Leave this seat? Its answers stay saved, and its code {seat} brings you back.",
	seat_leave_yes: "Yes, leave",
	seat_stay: "Stay",

	over_title: "Thank you for coming",
	over_text: "The session is over. Your answers are saved. You can close this page.",
};

const OTHERS = ["es", "ht"];

/** The language of these that comes nearest to a deck's, such as `es` for `es-US`; English where there is none. */
export function nearestLanguage(wanted) {
	const base = (wanted || "en").toLowerCase().split("-")[0];
	return OTHERS.includes(base) ? base : "en";
}

/** Says a sentence by its name, with values put in; `own` is a part's English, `table` another language. */
export function speaker(table) {
	const words = { ...ENGLISH, ...table };
	return (name, values = {}, own) => (words[name] || own[name]).replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
}

/** A time of day as this phone writes it: 10:26 AM, 10:26. */
export function timeOfDay(iso) {
	return new Date(iso).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
}
