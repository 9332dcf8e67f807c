package org.mfg.app.study;

import java.util.Map;

/** A game that is put together from named providers. */
public interface ComposedOfParts {

    /** The names of the providers by their roles: for example "power" for "coupling-1". */
    Map<String, String> parts();
}
