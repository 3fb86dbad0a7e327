// Mocha's spec reporter, with a closing line in the form that machines count: `N passed, N failed`.
const { reporters } = require("mocha");

class Reporter extends reporters.Spec {
    epilogue() {
        super.epilogue();
        const { passes, failures, pending } = this.stats;
        const skipped = pending > 0 ? `, ${pending} skipped` : "";
        console.log(`${passes} passed, ${failures} failed${skipped}`);
    }
}

module.exports = Reporter;
