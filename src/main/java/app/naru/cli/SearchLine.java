package app.naru.cli;

import app.naru.forward.Sentence;
import app.naru.router.SearchProgress;

/** Shows a person how the search for the router gets on, on a line that is gone afterwards. */
final class SearchLine implements SearchProgress, AutoCloseable {

    private final Output output;
    private final boolean shown;
    private boolean written;

    /**
     * @param forProgram whether a program reads the output, which wants nothing but the result
     */
    SearchLine(Output output, boolean forProgram) {
        this.output = output;
        this.shown = output.terminal() && !forProgram;
    }

    @Override
    public void at(double part, Sentence what) {
        if (shown) {
            written = true;
            output.overwrite(output.texts().say("cli.router.search", what, Math.round(100 * part)));
        }
    }

    @Override
    public void close() {
        if (written) {
            output.overwrite("");
        }
    }
}
