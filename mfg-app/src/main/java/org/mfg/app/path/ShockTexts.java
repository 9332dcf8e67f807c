package org.mfg.app.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameters;
import org.mfg.solvers.path.Shock;

/**
 * The shocks of a path as users write them, and what they depend on: the parameters before, and numbers of their own, {@code tfp.size}, a factor of the deviation from the value before that is 1, and
 * {@code tfp.decay} where they have one.
 *
 * @param texts as {@link ShockText} reads them
 * @param declared the parameters of the game
 * @param horizon the end of the path
 */
public record ShockTexts(List<String> texts, List<Parameter> declared, double horizon) {
    private static final String SIZE = ".size";
    private static final String DECAY = ".decay";

    /** Copies the lists. */
    public ShockTexts {
        texts = List.copyOf(texts);
        declared = List.copyOf(declared);
    }

    /** The shocks, by the parameters before. */
    public List<Shock> at(Parameters before) {
        return texts.stream()
                .map(text -> ShockText.read(text, declared, before, horizon))
                .toList();
    }

    /** The numbers of their own, by name. */
    public Map<String, Double> numbers() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String text : texts) {
            numbers.put(ShockText.parameter(text) + SIZE, 1.0);
            ShockText.decay(text).ifPresent(decay -> numbers.put(ShockText.parameter(text) + DECAY, decay));
        }
        return numbers;
    }

    /** The shocks with another value of one of the numbers. */
    public List<Shock> with(Parameters before, String number, double value) {
        List<Shock> shocks = new ArrayList<>();
        for (String text : texts) {
            String parameter = ShockText.parameter(text);
            boolean isDecay = number.equals(parameter + DECAY);
            Shock shock = ShockText.read(isDecay ? ShockText.withDecay(text, value) : text, declared, before, horizon);
            shocks.add(number.equals(parameter + SIZE) ? shock.times(value, before.real(parameter)) : shock);
        }
        return shocks;
    }
}
