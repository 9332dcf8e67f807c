package org.mfg.app.cli;

import java.util.List;
import java.util.Set;
import org.mfg.app.yaml.StyleFile;
import org.mfg.output.figure.Style;
import picocli.CommandLine.Model.OptionSpec;

/** The options {@code --style} and {@code --no-figures}. */
final class FigureStyle {
    final OptionSpec file = RunOptions.text(
            "--style", "FILE", "the look of figures: width, font, colours, times, words (see docs/figures.md)");
    private final OptionSpec noFigures = RunOptions.flag("no figures", "--no-figures");

    List<OptionSpec> options() {
        return List.of(file, noFigures);
    }

    /** The style that was given, or the house's, without formats if no figures are wanted; call it before solving. */
    Style given() {
        Style style = FileName.given(file).map(StyleFile::read).orElse(Style.HOUSE);
        return RunOptions.isGiven(noFigures) ? style.withFormats(Set.of()) : style;
    }
}
