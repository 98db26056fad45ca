"""How right the program is on annotated texts: figures, and the worst mistakes."""

from geomap.evaluation.evaluation import Evaluation, evaluate
from geomap.evaluation.figures import Figures
from geomap.evaluation.gold import GoldDocument, read_gold, read_gold_file
from geomap.evaluation.mistakes import Mistake
from geomap.evaluation.placed import PlacedSpan
from geomap.evaluation.predictions import file_answers, parser_answers, read_predictions

__all__ = [
    "Evaluation",
    "Figures",
    "GoldDocument",
    "Mistake",
    "PlacedSpan",
    "evaluate",
    "file_answers",
    "parser_answers",
    "read_gold",
    "read_gold_file",
    "read_predictions",
]
