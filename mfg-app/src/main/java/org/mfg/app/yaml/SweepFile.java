package org.mfg.app.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.api.quantity.Quantity;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameter;
import org.mfg.app.study.Source;
import org.mfg.app.sweep.Base;
import org.mfg.app.sweep.Column;
import org.mfg.app.sweep.Plan;
import org.mfg.app.sweep.SweepSpec;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.market.MarketClearing;

/**
 * Reads a sweep from a YAML file: the keys of a {@link GameFile} and {@code vary}, {@code zip}, {@code sample}, {@code
 * quantities}, {@code warm-start}, {@code clear}, {@code error-bars}. The file sweep.yaml shows every key.
 */
public final class SweepFile {
    private static final String VARY = "vary";
    private static final String SAMPLE = "sample";
    private static final String QUANTITIES = "quantities";
    private static final String WARM_START = "warm-start";
    private static final String ZIP = "zip";
    static final Parameter CLEAR = Parameter.flag("clear", false, "whether runs clear the game's market");
    static final Parameter ERROR_BARS =
            Parameter.flag("error-bars", false, "whether there is an error bar of each quantity");
    static final List<String> KEYS =
            List.of(VARY, ZIP, SAMPLE, QUANTITIES, WARM_START, CLEAR.name(), ERROR_BARS.name());

    private final Mfg mfg;
    private final Section root;
    private final Path file;

    private SweepFile(Mfg mfg, Section root, Path file) {
        this.mfg = mfg;
        this.root = root;
        this.file = file;
    }

    /**
     * Reads the file.
     *
     * @throws InvalidInputException if anything in it is not valid; the message tells file, line and what is allowed
     */
    public static SweepSpec read(Path file, Mfg mfg) {
        return parse(Document.bytes(file, "sweep file"), file, mfg);
    }

    /**
     * Reads what another process has read from the file.
     *
     * @param text what is in the file
     * @param file where it is, or was: files that it names are looked for beside it
     * @throws InvalidInputException if anything in it is not valid; the message tells file, line and what is allowed
     */
    public static SweepSpec parse(byte[] text, Path file, Mfg mfg) {
        return new SweepFile(mfg, Document.parse(text, file).section(), file).spec(text);
    }

    private SweepSpec spec(byte[] text) {
        Source source = GameFile.source(file, root, mfg, KEYS);
        @Nullable SampleSection sample = root.find(SAMPLE).map(SampleSection::read).orElse(null);
        Plan plan =
                new VarySection(root.required(VARY), sample, root.list(ZIP)).plan(mfg, source, root.find(WARM_START));
        Base base = new Base(mfg, source, clears(source, plan));
        MeanFieldGame first = firstGame(base, plan, file);
        checkAxes(first.domain(), root.required(VARY).section());
        return new SweepSpec(
                file,
                text,
                base,
                plan,
                columns(base, first),
                root.find(ERROR_BARS.name())
                        .filter(value -> value.as(ERROR_BARS).equals(true))
                        .isPresent(),
                sample == null ? OptionalLong.empty() : OptionalLong.of(sample.seed()));
    }

    /** The game of the first run. Where that of another one differs, its row tells what does not fit. */
    private static MeanFieldGame firstGame(Base base, Plan plan, Path file) {
        try {
            return base.game(plan.point(0));
        } catch (InvalidInputException e) {
            throw e.at(file.toString());
        }
    }

    private static void checkAxes(Domain domain, Section vary) {
        for (int k = domain.dimension(); k < Base.NODES.size(); k++) {
            String name = Base.NODES.get(k);
            vary.find(name).ifPresent(value -> {
                throw InvalidInputException.because(
                                name,
                                name + " must not be given: the domain of the game has dimension " + domain.dimension())
                        .at(value.place());
            });
        }
    }

    /** Whether runs are at the prices that clear the market, which then may not be varied. */
    private boolean clears(Source source, Plan plan) {
        Optional<Value> clear =
                root.find(CLEAR.name()).filter(value -> value.as(CLEAR).equals(true));
        clear.ifPresent(value -> {
            if (root.has(WARM_START)) {
                throw value.mustBe("not be given beside " + WARM_START);
            }
            Market market = value.placing(() -> MarketClearing.marketOf(source.game()));
            for (String price : market.prices()) {
                if (plan.names().contains(price)) {
                    throw value.mustBe("not be given where " + price + " is varied: the market sets it");
                }
            }
        });
        return clear.isPresent();
    }

    private List<Column> columns(Base base, MeanFieldGame game) {
        List<Column> columns = new ArrayList<>();
        if (base.clears()) {
            columns.addAll(Column.ofMarket(base.source().game()));
        }
        for (Value value : root.list(QUANTITIES)) {
            String name = value.text();
            Quantity quantity = value.placing(() -> mfg.quantity(name, game));
            if (columns.stream().anyMatch(column -> column.name().equals(quantity.name()))) {
                throw value.mustBe("be asked for once");
            }
            columns.add(Column.of(quantity));
        }
        return columns;
    }
}
