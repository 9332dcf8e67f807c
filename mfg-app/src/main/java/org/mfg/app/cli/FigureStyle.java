package org.mfg.app.cli;

import org.mfg.app.yaml.StyleFile;
import org.mfg.output.figure.Style;
import picocli.CommandLine.Model.OptionSpec;

/** The option {@code --style}. */
final class FigureStyle {
    private FigureStyle() {}

    static OptionSpec option() {
        return RunOptions.text(
                "--style", "FILE", "the look of figures: width, font, colours, times, words (see docs/figures.md)");
    }

    /** The style that was given, or the house's; call it before solving. */
    static Style given(OptionSpec option) {
        return FileName.given(option).map(StyleFile::read).orElse(Style.HOUSE);
    }
}
