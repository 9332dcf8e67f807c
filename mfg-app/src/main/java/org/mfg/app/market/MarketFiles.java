package org.mfg.app.market;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.spi.Market;
import org.mfg.app.output.OutputFolder;
import org.mfg.solvers.market.ClearedMarket;
import org.mfg.solvers.market.ClearedMarket.Trial;

/** {@code market.json}: the prices, and what there is to tell of the market; {@code market.csv} and figure: the prices tried. */
public final class MarketFiles {
    private static final String STEM = "market";

    private MarketFiles() {}

    /** Writes the files; returns their paths. */
    public static List<Path> write(OutputFolder folder, Market market, ClearedMarket cleared) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(folder.writeText(STEM + ".csv", out -> csv(out, market, cleared)));
        if (market.prices().size() == 1) {
            files.addAll(folder.figures().market(STEM, MarketCurves.of(market, cleared)));
        }
        files.add(folder.writeJson(STEM + ".json", out -> {
            out.object("prices", () -> {
                for (String price : market.prices()) {
                    out.number(price, cleared.parameters().real(price));
                }
            });
            out.object("excess", () -> {
                for (int k = 0; k < cleared.excess().size(); k++) {
                    out.number(market.conditions().get(k), cleared.excess().get(k));
                }
            });
            out.versions();
        }));
        return files;
    }

    private static void csv(Writer out, Market market, ClearedMarket cleared) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            List<String> header = new ArrayList<>(market.prices());
            market.conditions().forEach(condition -> header.add("excess-" + condition.replace(' ', '-')));
            List<AgentQuantity> aggregates = market.aggregates(cleared.parameters());
            aggregates.forEach(aggregate -> header.add(aggregate.name()));
            header.add("failure");
            csv.writeRecord(header);
            for (Trial trial : cleared.trials()) {
                List<String> row = new ArrayList<>();
                trial.prices().forEach(price -> row.add(Double.toString(price)));
                for (int k = 0; k < market.conditions().size(); k++) {
                    row.add(trial.isSolved() ? Double.toString(trial.excess().get(k)) : "");
                }
                for (int k = 0; k < aggregates.size(); k++) {
                    row.add(
                            trial.isSolved()
                                    ? Double.toString(trial.aggregates().get(k))
                                    : "");
                }
                row.add(trial.failure());
                csv.writeRecord(row);
            }
        }
    }
}
