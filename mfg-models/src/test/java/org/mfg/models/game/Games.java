package org.mfg.models.game;

import java.util.Map;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameters;

/** Games with some parameters changed. */
final class Games {
    private Games() {}

    static MeanFieldGame of(GameProvider provider, Map<String, ?> given) {
        return provider.create(Parameters.of("game " + provider.name(), provider.parameters(), given));
    }
}
