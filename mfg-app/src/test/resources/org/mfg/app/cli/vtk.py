"""What VTK's own readers find in vtk/ beside solution.npz: the same numbers, bit for bit, at the same places and times."""
import pathlib
import sys
import xml.etree.ElementTree as xml

import numpy
from vtkmodules.util.numpy_support import vtk_to_numpy
from vtkmodules.vtkIOXML import vtkXMLRectilinearGridReader

folder = pathlib.Path(sys.argv[1])
solution = numpy.load(folder / "solution.npz")
axes = [name for name in "xyz" if name in solution]


def read(file):
    reader = vtkXMLRectilinearGridReader()
    assert reader.CanReadFile(str(file)), file
    reader.SetFileName(str(file))
    reader.Update()
    return reader.GetOutput()


def check(grid, coordinates, fields):
    found = [vtk_to_numpy(c) for c in (grid.GetXCoordinates(), grid.GetYCoordinates(), grid.GetZCoordinates())]
    for values, expected in zip(found, coordinates):
        assert numpy.array_equal(values, expected), (values, expected)
    for name, expected in fields.items():
        values = vtk_to_numpy(grid.GetPointData().GetArray(name))
        assert values.dtype == numpy.float64, values.dtype
        # VTK counts the first axis fastest.
        assert numpy.array_equal(values, expected.transpose().ravel()), name


if len(axes) == 1:
    # The line, with time as the second axis.
    check(read(folder / "vtk/solution.vtr"), [solution["x"], solution["t"]], {f: solution[f].T for f in "um"})
    print("1 grid")
else:
    sets = xml.parse(folder / "vtk/solution.pvd").getroot().findall("Collection/DataSet")
    assert [float(s.get("timestep")) for s in sets] == list(solution["t"])
    for level, part in enumerate(sets):
        grid = read(folder / "vtk" / part.get("file"))
        check(grid, [solution[a] for a in axes], {f: solution[f][level] for f in "um"})
    print(len(sets), "grids")
